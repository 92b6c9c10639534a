package decode

const (
	chunkData       = 0
	dataUnfragments = 0x03
	payloadM3UA     = 3
)

var chunkNames = map[byte]string{
	0: "DATA", 1: "INIT", 2: "INIT_ACK", 3: "SACK", 4: "HEARTBEAT", 5: "HEARTBEAT_ACK", 6: "ABORT", 7: "SHUTDOWN",
	8: "SHUTDOWN_ACK", 9: "ERROR", 10: "COOKIE_ECHO", 11: "COOKIE_ACK", 14: "SHUTDOWN_COMPLETE", 15: "AUTH", 64: "I_DATA",
	128: "ASCONF_ACK", 130: "RE_CONFIG", 192: "FORWARD_TSN", 193: "ASCONF",
}

// A Chunk is one SCTP chunk. Payload is the user's data of a DATA chunk.
type Chunk struct {
	Kind    string
	Payload int
}

func sctp(path Path, packet []byte, observer Observer) {
	if len(packet) < 12 {
		observer.Broken(SCTP, "truncated")
		return
	}
	path.From.Port, path.To.Port = big.Uint16(packet), big.Uint16(packet[2:])
	observer.Saw(SCTP, "packet")
	for rest := packet[12:]; len(rest) > 0; {
		if len(rest) < 4 {
			observer.Broken(SCTP, "truncated chunk")
			return
		}
		length := int(big.Uint16(rest[2:]))
		if length < 4 || length > len(rest) {
			observer.Broken(SCTP, "chunk longer than its packet")
			return
		}
		chunk(path, rest[0], rest[1], rest[4:length], observer)
		rest = rest[padded(length, len(rest)):]
	}
}

// padded rounds up to four bytes, as far as there are bytes: the last padding is often left out.
func padded(length, atMost int) int {
	if length = (length + 3) &^ 3; length > atMost {
		return atMost
	}
	return length
}

func chunk(path Path, kind, flags byte, value []byte, observer Observer) {
	result := Chunk{Kind: name(chunkNames, kind, "type")}
	observer.Saw(SCTP, result.Kind)
	if kind == chunkData && len(value) >= 12 {
		result.Payload = len(value) - 12
	}
	observer.Chunk(path, result)
	if kind == chunkData {
		data(path, flags, value, observer)
	}
}

func data(path Path, flags byte, value []byte, observer Observer) {
	if len(value) < 12 {
		observer.Broken(SCTP, "truncated DATA")
		return
	}
	if flags&dataUnfragments != dataUnfragments {
		observer.Saw(SCTP, "DATA fragment")
		return
	}
	if big.Uint32(value[8:]) == payloadM3UA {
		m3ua(path, value[12:], observer)
	}
}
