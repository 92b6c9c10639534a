// Command hello greets, and says a few things about itself that tests want to know.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"

	"example.org/hello/internal/greeting"
)

// version is set by the linker: -X main.version=…
var version = "unknown"

// exitAsked is the exit code of --fail.
const exitAsked = 3

func main() {
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

func run(arguments []string, output, errors io.Writer) int {
	flags := flag.NewFlagSet("hello", flag.ContinueOnError)
	flags.SetOutput(errors)
	showVersion := flags.Bool("version", false, "print the version and end")
	fail := flags.Bool("fail", false, "end with exit code 3")
	variable := flags.String("env", "", "print the value of this environment `variable`")
	name := flags.String("name", "world", "greet this `name`")
	if err := flags.Parse(arguments); err != nil {
		return 2
	}
	switch {
	case *showVersion:
		fmt.Fprintf(output, "hello %s\n", version)
	case *fail:
		fmt.Fprintln(errors, "hello: failing, as asked")
		return exitAsked
	case *variable != "":
		fmt.Fprintln(output, os.Getenv(*variable))
	default:
		fmt.Fprintf(output, "%s\n%s/%s, version %s\n", greeting.For(*name), runtime.GOOS, runtime.GOARCH, version)
	}
	for _, argument := range flags.Args() {
		fmt.Fprintf(output, "argument %q\n", argument)
	}
	return 0
}
