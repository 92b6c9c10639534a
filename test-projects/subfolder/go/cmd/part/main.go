package main

import "fmt"

func main() { fmt.Println("on its own") }
