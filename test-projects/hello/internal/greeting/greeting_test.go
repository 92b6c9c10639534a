package greeting

import "testing"

func TestFor(t *testing.T) {
	if got, want := For("you"), tone("Hello, you!"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
