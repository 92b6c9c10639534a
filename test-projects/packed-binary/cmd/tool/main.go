package main

import "fmt"

func main() { fmt.Println("the packed tool") }
