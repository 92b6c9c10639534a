module example.org/capture-stats

go 1.18
