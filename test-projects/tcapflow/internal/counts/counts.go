// Package counts adds up how often each kind of unit was seen, layer by layer.
package counts

import (
	"fmt"
	"io"
	"sort"
	"text/tabwriter"
	"time"

	"example.org/tcapflow/internal/decode"
)

type unit struct {
	layer, kind string
}

// Counts is an observer that counts.
type Counts struct {
	packets int
	bytes   int
	seen    map[unit]int
	broken  map[unit]int
}

// New makes empty counts.
func New() *Counts {
	return &Counts{seen: map[unit]int{}, broken: map[unit]int{}}
}

// Packet notes a packet of that length on the wire.
func (c *Counts) Packet(_ time.Time, length int) {
	c.packets++
	c.bytes += length
}

// Saw notes a recognised unit.
func (c *Counts) Saw(layer, kind string) {
	c.seen[unit{layer, kind}]++
}

// Broken notes a layer that could not be read.
func (c *Counts) Broken(layer, reason string) {
	c.broken[unit{layer, reason}]++
}

// Chunk is counted by Saw already.
func (c *Counts) Chunk(decode.Path, decode.Chunk) {}

// Message is counted by Saw already.
func (c *Counts) Message(decode.Path, decode.Message) {}

// Report writes one line a kind: layers from the outside in, kinds by name, so that equal captures give equal texts.
func (c *Counts) Report(output io.Writer) error {
	table := tabwriter.NewWriter(output, 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "packets\t\t%d\n", c.packets)
	fmt.Fprintf(table, "bytes\t\t%d\n", c.bytes)
	write(table, "", c.seen)
	write(table, "broken ", c.broken)
	return table.Flush()
}

func write(table io.Writer, prefix string, counted map[unit]int) {
	for _, layer := range decode.Layers {
		for _, kind := range kinds(counted, layer) {
			fmt.Fprintf(table, "%s%s\t%s\t%d\n", prefix, layer, kind, counted[unit{layer, kind}])
		}
	}
}

func kinds(counted map[unit]int, layer string) []string {
	var names []string
	for key := range counted {
		if key.layer == layer {
			names = append(names, key.kind)
		}
	}
	sort.Strings(names)
	return names
}
