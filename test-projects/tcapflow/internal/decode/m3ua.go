package decode

import "fmt"

const (
	m3uaVersion       = 1
	m3uaTransfer      = 1
	m3uaData          = 1
	parameterProtocol = 0x0210
	serviceSCCP       = 3
)

// m3uaNames has the message class in the high byte, the message type in the low byte.
var m3uaNames = map[uint16]string{
	0x0000: "ERR", 0x0001: "NTFY", 0x0101: "DATA",
	0x0201: "DUNA", 0x0202: "DAVA", 0x0203: "DAUD", 0x0204: "SCON", 0x0205: "DUPU", 0x0206: "DRST",
	0x0301: "ASPUP", 0x0302: "ASPDN", 0x0303: "BEAT", 0x0304: "ASPUP_ACK", 0x0305: "ASPDN_ACK", 0x0306: "BEAT_ACK",
	0x0401: "ASPAC", 0x0402: "ASPIA", 0x0403: "ASPAC_ACK", 0x0404: "ASPIA_ACK",
	0x0901: "REG_REQ", 0x0902: "REG_RSP", 0x0903: "DEREG_REQ", 0x0904: "DEREG_RSP",
}

func m3ua(path Path, message []byte, observer Observer) {
	if len(message) < 8 {
		observer.Broken(M3UA, "truncated")
		return
	}
	length := int(big.Uint32(message[4:]) & 0x7fffffff)
	if message[0] != m3uaVersion || length < 8 || length > len(message) {
		observer.Broken(M3UA, "version or length wrong")
		return
	}
	class, kind := message[2], message[3]
	text, known := m3uaNames[uint16(class)<<8|uint16(kind)]
	if !known {
		text = fmt.Sprintf("class %d type %d", class, kind)
	}
	observer.Saw(M3UA, text)
	if class == m3uaTransfer && kind == m3uaData {
		m3uaParameters(path, message[8:length], observer)
	}
}

func m3uaParameters(path Path, rest []byte, observer Observer) {
	for len(rest) > 0 {
		if len(rest) < 4 {
			observer.Broken(M3UA, "truncated parameter")
			return
		}
		tag, length := big.Uint16(rest), int(big.Uint16(rest[2:]))
		if length < 4 || length > len(rest) {
			observer.Broken(M3UA, "parameter longer than its message")
			return
		}
		if tag == parameterProtocol {
			protocolData(path, rest[4:length], observer)
		}
		rest = rest[padded(length, len(rest)):]
	}
}

func protocolData(path Path, value []byte, observer Observer) {
	if len(value) < 12 {
		observer.Broken(M3UA, "truncated protocol data")
		return
	}
	if value[8] == serviceSCCP {
		sccp(path, value[12:], observer)
	} else {
		observer.Saw(M3UA, fmt.Sprintf("service %d", value[8]))
	}
}
