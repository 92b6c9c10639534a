package main

import (
	"runtime"
	"strings"
	"testing"
)

func TestRun(t *testing.T) {
	t.Setenv("HELLO_TEST", "from the environment")
	tests := []struct {
		arguments string
		code      int
		output    string
	}{
		{"", 0, "linux/" + runtime.GOARCH + ", version unknown\n"},
		{"--version", 0, "hello unknown\n"},
		{"--env HELLO_TEST", 0, "from the environment\n"},
		{"--fail", 3, ""},
		{"--nonsense", 2, ""},
		{"one two", 0, "argument \"one\"\nargument \"two\"\n"},
	}
	for _, test := range tests {
		var output, errors strings.Builder
		if code := run(strings.Fields(test.arguments), &output, &errors); code != test.code {
			t.Errorf("%q: exit code %d, want %d", test.arguments, code, test.code)
		}
		if !strings.HasSuffix(output.String(), test.output) {
			t.Errorf("%q: output %q does not end in %q", test.arguments, output.String(), test.output)
		}
	}
}
