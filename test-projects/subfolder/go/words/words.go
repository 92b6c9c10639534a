// Package words is shared by both commands.
package words

// Greeting is what the commands print.
func Greeting() string { return "hello from a subfolder" }
