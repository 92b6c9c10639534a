// Command tcapflow counts what a capture holds of SCTP, M3UA, SCCP and TCAP.
package main

import (
	"example.org/tcapflow/internal/cli"
	"example.org/tcapflow/internal/counts"
)

// version is set by the linker: -X main.version=…
var version = "unknown"

func main() {
	cli.Main("tcapflow", version, counts.New())
}
