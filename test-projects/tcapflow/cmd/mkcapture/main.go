// Command mkcapture writes the sample capture to the file it is given. The same bytes each time.
package main

import (
	"fmt"
	"os"

	"example.org/tcapflow/internal/encode"
	"example.org/tcapflow/internal/sample"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: mkcapture FILE")
		os.Exit(2)
	}
	if err := write(os.Args[1]); err != nil {
		fmt.Fprintf(os.Stderr, "mkcapture: %v\n", err)
		os.Exit(1)
	}
}

func write(path string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := encode.Capture(file, sample.LinkType, sample.Frames()); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}
