// Package greeting knows how to greet.
package greeting

import (
	_ "embed" // for the text
	"strings"
)

//go:embed greeting.txt
var text string

// For greets someone. With the build tag shout it does so loudly.
func For(name string) string {
	return tone(strings.ReplaceAll(strings.TrimSpace(text), "NAME", name))
}
