module example.org/workspace/solo

go 1.18
