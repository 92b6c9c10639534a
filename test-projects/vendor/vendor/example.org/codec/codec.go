// Package codec is a vendored dependency.
package codec

// Name is what the commands print.
func Name() string { return "the vendored codec" }
