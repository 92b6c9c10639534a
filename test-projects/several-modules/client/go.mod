module example.org/several/client/v2

go 1.18
