package decode

import "fmt"

// Types of link layers, as capture files number them.
const (
	linkNull       = 0
	linkEthernet   = 1
	linkRawBSD     = 12
	linkRaw        = 101
	linkCooked     = 113
	linkIPv4       = 228
	linkIPv6       = 229
	linkCookedTwo  = 276
	etherIPv4      = 0x0800
	etherARP       = 0x0806
	etherVLAN      = 0x8100
	etherIPv6      = 0x86dd
	etherStacked   = 0x88a8
	vlanTagsAtMost = 4
)

// A linkLayer is how one type of link layer says what it carries.
type linkLayer struct {
	name       string
	header     int
	typeOffset int
}

var linkLayers = map[int]linkLayer{
	linkEthernet:  {"ethernet", 14, 12},
	linkCooked:    {"linux-cooked", 16, 14},
	linkCookedTwo: {"linux-cooked-v2", 20, 0},
}

// Frame decodes a frame of the given type of link layer.
func Frame(linkType int, frame []byte, observer Observer) {
	switch linkType {
	case linkRaw, linkRawBSD, linkIPv4, linkIPv6:
		observer.Saw(Link, "raw-ip")
		internet(frame, observer)
	case linkNull:
		null(frame, observer)
	default:
		typed(linkType, frame, observer)
	}
}

// typed decodes link layers that name their content by an Ethernet type.
func typed(linkType int, frame []byte, observer Observer) {
	layer, known := linkLayers[linkType]
	if !known {
		observer.Broken(Link, fmt.Sprintf("type %d not known", linkType))
		return
	}
	if len(frame) < layer.header {
		observer.Broken(Link, "truncated")
		return
	}
	observer.Saw(Link, layer.name)
	ether(big.Uint16(frame[layer.typeOffset:]), frame[layer.header:], observer)
}

func ether(etherType uint16, payload []byte, observer Observer) {
	for tags := 0; etherType == etherVLAN || etherType == etherStacked; tags++ {
		if len(payload) < 4 || tags == vlanTagsAtMost {
			observer.Broken(Link, "truncated or endless VLAN tags")
			return
		}
		observer.Saw(Link, "vlan")
		etherType, payload = big.Uint16(payload[2:]), payload[4:]
	}
	switch etherType {
	case etherIPv4, etherIPv6:
		internet(payload, observer)
	case etherARP:
		observer.Saw(Network, "arp")
	default:
		observer.Saw(Network, "other")
	}
}

// null skips the four bytes of BSD's loopback, whose byte order is the capturing machine's: the IP version tells the same.
func null(frame []byte, observer Observer) {
	if len(frame) < 4 {
		observer.Broken(Link, "truncated")
		return
	}
	observer.Saw(Link, "loopback")
	internet(frame[4:], observer)
}
