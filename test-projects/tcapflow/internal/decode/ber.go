package decode

// nestedAtMost bounds how deep an element of indefinite length is looked into for its end.
const nestedAtMost = 16

// An element is one tag, length, value of the Basic Encoding Rules. Only tags of one byte occur in TCAP's own structure.
type element struct {
	tag   byte
	value []byte
}

// next takes the first element off; ok is false when it is not whole.
func next(data []byte) (first element, rest []byte, ok bool) {
	return nextNested(data, 0)
}

func nextNested(data []byte, depth int) (first element, rest []byte, ok bool) {
	if len(data) < 2 || depth > nestedAtMost {
		return element{}, nil, false
	}
	tag, length, body := data[0], int(data[1]), data[2:]
	if tag&0x1f == 0x1f {
		// A long tag: its number is of no interest, where it ends is.
		end := 1
		for end < len(data) && data[end]&0x80 != 0 {
			end++
		}
		if end+1 >= len(data) {
			return element{}, nil, false
		}
		length, body = int(data[end+1]), data[end+2:]
	}
	if length == 0x80 {
		return indefinite(tag, body, depth)
	}
	if length > 0x80 {
		size := length & 0x7f
		if size > 3 || size > len(body) {
			return element{}, nil, false
		}
		length = 0
		for _, digit := range body[:size] {
			length = length<<8 | int(digit)
		}
		body = body[size:]
	}
	if length > len(body) {
		return element{}, nil, false
	}
	return element{tag, body[:length]}, body[length:], true
}

// indefinite finds the end mark, two zero bytes, behind the elements inside.
func indefinite(tag byte, body []byte, depth int) (element, []byte, bool) {
	rest := body
	for {
		if len(rest) < 2 {
			return element{}, nil, false
		}
		if rest[0] == 0 && rest[1] == 0 {
			return element{tag, body[:len(body)-len(rest)]}, rest[2:], true
		}
		var ok bool
		if _, rest, ok = nextNested(rest, depth+1); !ok {
			return element{}, nil, false
		}
	}
}
