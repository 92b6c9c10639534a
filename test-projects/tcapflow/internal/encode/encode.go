// Package encode writes the packets that package decode reads: for the sample capture and for tests.
package encode

import (
	"encoding/binary"
	"hash/crc32"
	"net/netip"
)

var big = binary.BigEndian

// TLV is an element of the Basic Encoding Rules with a definite length.
func TLV(tag byte, parts ...[]byte) []byte {
	value := Join(parts...)
	switch {
	case len(value) < 0x80:
		return Join([]byte{tag, byte(len(value))}, value)
	case len(value) < 0x100:
		return Join([]byte{tag, 0x81, byte(len(value))}, value)
	default:
		return Join([]byte{tag, 0x82, byte(len(value) >> 8), byte(len(value))}, value)
	}
}

// Join puts byte strings one behind the other.
func Join(parts ...[]byte) []byte {
	var all []byte
	for _, part := range parts {
		all = append(all, part...)
	}
	return all
}

// pad fills up to four bytes.
func pad(data []byte) []byte {
	for len(data)%4 != 0 {
		data = append(data, 0)
	}
	return data
}

// Invoke is a component that invokes an operation.
func Invoke(id, operation byte, argument ...byte) []byte {
	return TLV(0xa1, TLV(0x02, []byte{id}), TLV(0x02, []byte{operation}), TLV(0x30, argument))
}

// Result is a component that returns the last result.
func Result(id, operation byte) []byte {
	return TLV(0xa2, TLV(0x02, []byte{id}), TLV(0x30, TLV(0x02, []byte{operation}), TLV(0x30)))
}

// Failure is a component that returns an error.
func Failure(id, code byte) []byte {
	return TLV(0xa3, TLV(0x02, []byte{id}), TLV(0x02, []byte{code}))
}

// Number is a transaction number of four bytes.
func Number(tag byte, number uint32) []byte {
	return TLV(tag, big.AppendUint32(nil, number))
}

// Message is a TCAP message; numbers that are nil are left out.
func Message(kind byte, originating, destination []byte, components ...[]byte) []byte {
	parts := [][]byte{originating, destination}
	if len(components) > 0 {
		parts = append(parts, TLV(0x6c, components...))
	}
	return TLV(kind, parts...)
}

// address is a called or calling party: routed by subsystem number.
func address(subsystem byte) []byte {
	return []byte{2, 0x42, subsystem}
}

// UDT is SCCP's unit data.
func UDT(data []byte) []byte {
	called, calling := address(6), address(8)
	return Join([]byte{0x09, 0x00, 3, byte(2 + len(called)), byte(1 + len(called) + len(calling))},
		called, calling, []byte{byte(len(data))}, data)
}

// XUDT is SCCP's extended unit data; segmentation is the value of that parameter, or nothing.
func XUDT(data []byte, segmentation ...byte) []byte {
	called, calling := address(6), address(8)
	optional := byte(0)
	var parameters []byte
	if len(segmentation) > 0 {
		optional = byte(1 + len(called) + len(calling) + 1 + len(data))
		parameters = Join([]byte{0x10, byte(len(segmentation))}, segmentation, []byte{0})
	}
	return Join([]byte{0x11, 0x00, 15, 4, byte(3 + len(called)), byte(2 + len(called) + len(calling)), optional},
		called, calling, []byte{byte(len(data))}, data, parameters)
}

// LUDT is SCCP's long unit data.
func LUDT(data []byte) []byte {
	called, calling := address(6), address(8)
	long := func(part []byte) []byte {
		return Join([]byte{byte(len(part)), byte(len(part) >> 8)}, part)
	}
	called, calling = long(called[1:]), long(calling[1:])
	header := []byte{0x13, 0x00, 15, 7, 0, byte(5 + len(called)), 0, byte(3 + len(called) + len(calling)), 0, 0, 0}
	return Join(header, called, calling, long(data))
}

// M3UA is a message with its parameters.
func M3UA(class, kind byte, parameters ...[]byte) []byte {
	body := Join(parameters...)
	header := big.AppendUint32([]byte{1, 0, class, kind}, uint32(8+len(body)))
	return Join(header, body)
}

// ProtocolData is the M3UA parameter that carries SCCP between two signalling points.
func ProtocolData(from, to uint32, data []byte) []byte {
	return ServiceData(3, from, to, data)
}

// ServiceData is the same for any service.
func ServiceData(service byte, from, to uint32, data []byte) []byte {
	value := big.AppendUint32(big.AppendUint32(nil, from), to)
	value = Join(value, []byte{service, 2, 0, 5}, data)
	header := big.AppendUint16([]byte{0x02, 0x10}, uint16(4+len(value)))
	return pad(Join(header, value))
}

// Chunk is an SCTP chunk.
func Chunk(kind, flags byte, value []byte) []byte {
	return pad(Join(big.AppendUint16([]byte{kind, flags}, uint16(4+len(value))), value))
}

// Data is an SCTP DATA chunk with a whole message for M3UA.
func Data(sequence uint32, message []byte) []byte {
	return DataFlags(0x03, sequence, message)
}

// DataFlags is the same with other flags: 0x03 is a whole message, anything less a fragment.
func DataFlags(flags byte, sequence uint32, message []byte) []byte {
	value := big.AppendUint32(nil, sequence)
	value = append(value, 0, 1, byte(sequence>>8), byte(sequence))
	value = big.AppendUint32(value, 3)
	return Chunk(0, flags, Join(value, message))
}

// SCTP is a packet with its chunks and a right checksum.
func SCTP(from, to uint16, chunks ...[]byte) []byte {
	packet := big.AppendUint16(big.AppendUint16(nil, from), to)
	packet = Join(packet, []byte{0x5c, 0x17, 0x10, 0x03, 0, 0, 0, 0}, Join(chunks...))
	sum := crc32.Checksum(packet, crc32.MakeTable(crc32.Castagnoli))
	binary.LittleEndian.PutUint32(packet[8:], sum)
	return packet
}

// IPv4 is a packet with a right checksum.
func IPv4(protocol byte, from, to netip.Addr, payload []byte) []byte {
	header := big.AppendUint16([]byte{0x45, 0}, uint16(20+len(payload)))
	header = append(header, 0, 1, 0x40, 0, 64, protocol, 0, 0)
	header = Join(header, from.AsSlice(), to.AsSlice())
	big.PutUint16(header[10:], checksum(header))
	return Join(header, payload)
}

func checksum(header []byte) uint16 {
	sum := uint32(0)
	for place := 0; place < len(header); place += 2 {
		sum += uint32(big.Uint16(header[place:]))
	}
	for sum > 0xffff {
		sum = sum>>16 + sum&0xffff
	}
	return ^uint16(sum)
}

// IPv6 is a packet without extension headers.
func IPv6(protocol byte, from, to netip.Addr, payload []byte) []byte {
	header := big.AppendUint16([]byte{0x60, 0, 0, 0}, uint16(len(payload)))
	header = append(header, protocol, 64)
	return Join(header, from.AsSlice(), to.AsSlice(), payload)
}

// Ethernet is a frame, filled up to the least length of one.
func Ethernet(etherType uint16, payload []byte) []byte {
	frame := []byte{2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1}
	frame = Join(big.AppendUint16(frame, etherType), payload)
	for len(frame) < 60 {
		frame = append(frame, 0)
	}
	return frame
}

// VLAN is the tag and the payload behind it, for a frame of type 0x8100.
func VLAN(number, etherType uint16, payload []byte) []byte {
	return Join(big.AppendUint16(big.AppendUint16(nil, number), etherType), payload)
}

// Cooked is a frame of Linux's `any` interface.
func Cooked(etherType uint16, payload []byte) []byte {
	header := []byte{0, 0, 0, 1, 0, 6, 2, 0, 0, 0, 0, 1, 0, 0}
	return Join(big.AppendUint16(header, etherType), payload)
}
