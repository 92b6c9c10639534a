// Package shared is used by both commands.
package shared

import "example.org/codec"

// Text is what the commands print.
func Text() string { return "shared, with " + codec.Name() }
