module example.org/replace/lib

go 1.18
