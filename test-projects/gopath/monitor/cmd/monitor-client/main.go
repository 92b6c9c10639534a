package main

import (
	"fmt"

	"example.org/flags"
	"example.org/monitor/shared"
)

func main() { fmt.Println(shared.Text(), flags.Name()) }
