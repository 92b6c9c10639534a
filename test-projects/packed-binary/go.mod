module example.org/packed

go 1.18
