package decode

const parameterSegmentation = 0x10

var sccpNames = map[byte]string{
	0x01: "CR", 0x02: "CC", 0x03: "CREF", 0x04: "RLSD", 0x05: "RLC", 0x06: "DT1", 0x07: "DT2", 0x08: "AK", 0x09: "UDT", 0x0a: "UDTS",
	0x0b: "ED", 0x0c: "EA", 0x0d: "RSR", 0x0e: "RSC", 0x0f: "ERR", 0x10: "IT", 0x11: "XUDT", 0x12: "XUDTS", 0x13: "LUDT", 0x14: "LUDTS",
}

// A sccpForm is where a connectionless message has its pointers. The pointer to the user's data is the third; the one to
// the optional parameters, if there is one, the fourth. A message that returns an undelivered one is not looked into.
type sccpForm struct {
	pointers int
	wide     bool
	optional bool
}

var sccpForms = map[byte]sccpForm{
	0x09: {pointers: 2},
	0x11: {pointers: 3, optional: true},
	0x13: {pointers: 3, wide: true, optional: true},
}

func sccp(path Path, message []byte, observer Observer) {
	if len(message) == 0 {
		observer.Broken(SCCP, "truncated")
		return
	}
	observer.Saw(SCCP, name(sccpNames, message[0], "type"))
	form, connectionless := sccpForms[message[0]]
	if !connectionless {
		return
	}
	if form.optional && segmented(message, form) {
		observer.Saw(SCCP, "segment")
		return
	}
	content, ok := form.content(message, 2)
	if !ok {
		observer.Broken(SCCP, "pointer outside its message")
		return
	}
	tcap(path, content, observer)
}

// at follows the pointer with that index; a pointer counts from its own place.
func (f sccpForm) at(message []byte, index int) (int, bool) {
	size := 1
	if f.wide {
		size = 2
	}
	place := f.pointers + index*size
	if place+size > len(message) {
		return 0, false
	}
	distance := int(message[place])
	if f.wide {
		// In the long form a pointer counts from its second byte.
		distance = int(message[place]) | int(message[place+1])<<8
		place++
	}
	return place + distance, distance != 0 && place+distance < len(message)
}

// content is the variable part that a pointer leads to: a length and that many bytes.
func (f sccpForm) content(message []byte, index int) ([]byte, bool) {
	start, ok := f.at(message, index)
	if !ok {
		return nil, false
	}
	length, start := int(message[start]), start+1
	if f.wide {
		if start >= len(message) {
			return nil, false
		}
		length, start = length|int(message[start])<<8, start+1
	}
	if length > len(message)-start {
		return nil, false
	}
	return message[start : start+length], true
}

// segmented tells whether the message is a part of a longer one.
func segmented(message []byte, form sccpForm) bool {
	place, ok := form.at(message, 3)
	for ok && place+1 < len(message) && message[place] != 0 {
		tag, length := message[place], int(message[place+1])
		if tag == parameterSegmentation && length > 0 && place+2 < len(message) {
			first, remaining := message[place+2]&0x80 != 0, message[place+2]&0x0f
			return !first || remaining != 0
		}
		place += 2 + length
	}
	return false
}
