module example.org/tcapflow

go 1.19
