// Package lib is a module of the workspace.
package lib

// Text is what the commands print.
func Text() string { return "from the workspace" }
