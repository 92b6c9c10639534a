// Package lib stands in for a published module.
package lib

// Text is what the commands print.
func Text() string { return "from the sibling" }
