package main

import (
	"fmt"

	"example.org/workspace/lib"
)

func main() { fmt.Println(lib.Text()) }
