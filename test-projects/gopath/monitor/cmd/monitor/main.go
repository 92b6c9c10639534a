package main

import (
	"fmt"

	"example.org/monitor/shared"
)

func main() { fmt.Println(shared.Text()) }
