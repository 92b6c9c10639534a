//go:build shout

package greeting

import "strings"

func tone(text string) string {
	return strings.ToUpper(text)
}
