module example.org/subfolder

go 1.18
