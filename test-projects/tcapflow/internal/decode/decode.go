// Package decode takes a captured frame apart: link layer, IP, SCTP, M3UA, SCCP, TCAP.
//
// Packets come from strangers. Nothing is read but through slices whose length was checked before, no length found in a
// packet makes anything be allocated, and what cannot be read is told to the observer instead of being guessed.
package decode

import (
	"encoding/binary"
	"fmt"
	"net"
)

// Layers, in the order in which they lie in a packet.
const (
	Link      = "link"
	Network   = "network"
	SCTP      = "sctp"
	M3UA      = "m3ua"
	SCCP      = "sccp"
	TCAP      = "tcap"
	Component = "component"
	Operation = "operation"
)

// Layers lists all layers from the outside in.
var Layers = []string{Link, Network, SCTP, M3UA, SCCP, TCAP, Component, Operation}

// An Observer is told what a packet holds.
type Observer interface {
	// Saw is called for each unit that was recognised.
	Saw(layer, kind string)
	// Broken is called where a layer could not be read; what is inside it stays unknown.
	Broken(layer, reason string)
	// Chunk is called for each SCTP chunk.
	Chunk(Path, Chunk)
	// Message is called for each TCAP message.
	Message(Path, Message)
}

// An Endpoint is one side of an SCTP association.
type Endpoint struct {
	Address string
	Port    uint16
}

func (e Endpoint) String() string {
	return net.JoinHostPort(e.Address, fmt.Sprint(e.Port))
}

// A Path says who sent a message to whom.
type Path struct {
	From, To Endpoint
}

// big is the byte order of all protocols here.
var big = binary.BigEndian

// name looks a number up and falls back to a text that holds it.
func name(table map[byte]string, number byte, fallback string) string {
	if text, ok := table[number]; ok {
		return text
	}
	return fmt.Sprintf("%s %d", fallback, number)
}
