package main

import (
	"fmt"

	"example.org/subfolder/words"
)

func main() { fmt.Println(words.Greeting()) }
