package main

import (
	"fmt"

	"example.org/replace/lib"
)

func main() { fmt.Println(lib.Text()) }
