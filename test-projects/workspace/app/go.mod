module example.org/workspace/app

go 1.18

require example.org/workspace/lib v0.0.0
