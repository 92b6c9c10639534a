module example.org/workspace/lib

go 1.18
