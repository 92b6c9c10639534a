module example.org/several/server/v2

go 1.18
