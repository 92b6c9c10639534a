// Command tcapflow-client shows the SCTP associations of a capture and follows the TCAP transactions on them.
package main

import (
	"example.org/tcapflow/internal/cli"
	"example.org/tcapflow/internal/flows"
)

// version is set by the linker: -X main.version=…
var version = "unknown"

func main() {
	cli.Main("tcapflow-client", version, flows.New())
}
