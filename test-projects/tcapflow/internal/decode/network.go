package decode

import "net"

const (
	protocolSCTP     = 132
	ipv6HopByHop     = 0
	ipv6Routing      = 43
	ipv6Fragment     = 44
	ipv6Destination  = 60
	extensionsAtMost = 16
)

// internet decodes IPv4 or IPv6, as the version says.
func internet(packet []byte, observer Observer) {
	if len(packet) == 0 {
		observer.Broken(Network, "truncated")
		return
	}
	switch packet[0] >> 4 {
	case 4:
		ipv4(packet, observer)
	case 6:
		ipv6(packet, observer)
	default:
		observer.Broken(Network, "IP version not known")
	}
}

func ipv4(packet []byte, observer Observer) {
	if len(packet) < 20 {
		observer.Broken(Network, "truncated")
		return
	}
	header, total := int(packet[0]&0x0f)*4, int(big.Uint16(packet[2:]))
	if header < 20 || total < header || len(packet) < header {
		observer.Broken(Network, "lengths disagree")
		return
	}
	if total < len(packet) {
		packet = packet[:total] // what follows fills the frame up
	}
	observer.Saw(Network, "ipv4")
	if big.Uint16(packet[6:])&0x3fff != 0 {
		observer.Saw(Network, "ipv4 fragment")
		return
	}
	transport(packet[9], net.IP(packet[12:16]), net.IP(packet[16:20]), packet[header:], observer)
}

func ipv6(packet []byte, observer Observer) {
	if len(packet) < 40 {
		observer.Broken(Network, "truncated")
		return
	}
	payload := packet[40:]
	if length := int(big.Uint16(packet[4:])); length < len(payload) {
		payload = payload[:length]
	}
	observer.Saw(Network, "ipv6")
	next := packet[6]
	for count := 0; count < extensionsAtMost; count++ {
		switch next {
		case ipv6HopByHop, ipv6Routing, ipv6Destination:
			if len(payload) < 8 || len(payload) < (int(payload[1])+1)*8 {
				observer.Broken(Network, "truncated")
				return
			}
			next, payload = payload[0], payload[(int(payload[1])+1)*8:]
		case ipv6Fragment:
			observer.Saw(Network, "ipv6 fragment")
			return
		default:
			transport(next, net.IP(packet[8:24]), net.IP(packet[24:40]), payload, observer)
			return
		}
	}
	observer.Broken(Network, "too many extension headers")
}

func transport(protocol byte, from, to net.IP, payload []byte, observer Observer) {
	if protocol != protocolSCTP {
		observer.Saw(Network, "other transport")
		return
	}
	path := Path{From: Endpoint{Address: from.String()}, To: Endpoint{Address: to.String()}}
	sctp(path, payload, observer)
}
