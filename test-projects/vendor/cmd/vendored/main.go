package main

import (
	"fmt"

	"example.org/codec"
)

func main() { fmt.Println(codec.Name()) }
