module example.org/replace/app

go 1.18

require example.org/replace/lib v1.0.0

replace example.org/replace/lib v1.0.0 => ../the-lib
