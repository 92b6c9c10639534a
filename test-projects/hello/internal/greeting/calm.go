//go:build !shout

package greeting

func tone(text string) string {
	return text
}
