// Package flags comes from a GOPATH folder of its own.
package flags

// Name is what the commands print.
func Name() string { return "flags" }
