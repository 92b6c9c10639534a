package decode_test

import (
	"bytes"
	"fmt"
	"net/netip"
	"reflect"
	"strings"
	"testing"

	"example.org/tcapflow/internal/decode"
	"example.org/tcapflow/internal/encode"
	"example.org/tcapflow/internal/sample"
)

const ethernet = 1

// A log writes down what it is told, in order.
type log struct {
	lines    []string
	messages []decode.Message
}

func (l *log) Saw(layer, kind string)      { l.lines = append(l.lines, layer+" "+kind) }
func (l *log) Broken(layer, reason string) { l.lines = append(l.lines, "broken "+layer+": "+reason) }
func (l *log) Chunk(path decode.Path, chunk decode.Chunk) {
	l.lines = append(l.lines, fmt.Sprintf("%s > %s", path.From, path.To))
}
func (l *log) Message(_ decode.Path, message decode.Message) {
	l.messages = append(l.messages, message)
}

func (l *log) text() string { return strings.Join(l.lines, ", ") }

func decoded(linkType int, frame []byte) *log {
	result := &log{}
	decode.Frame(linkType, frame, result)
	return result
}

var (
	one    = netip.MustParseAddr("192.0.2.1")
	two    = netip.MustParseAddr("192.0.2.2")
	oneSix = netip.MustParseAddr("2001:db8::1")
	twoSix = netip.MustParseAddr("2001:db8::2")
)

func sctpPacket() []byte {
	return encode.SCTP(2905, 2906, encode.Chunk(14, 0, nil))
}

func TestFrame(t *testing.T) {
	four := encode.IPv4(132, one, two, sctpPacket())
	six := encode.IPv6(132, oneSix, twoSix, sctpPacket())
	inFour := "network ipv4, sctp packet, sctp SHUTDOWN_COMPLETE, 192.0.2.1:2905 > 192.0.2.2:2906"
	inSix := "network ipv6, sctp packet, sctp SHUTDOWN_COMPLETE, [2001:db8::1]:2905 > [2001:db8::2]:2906"
	hops := append(append([]byte{}, six[:40]...), append([]byte{132, 0, 1, 4, 0, 0, 0, 0}, six[40:]...)...)
	hops[6], hops[5] = 0, hops[5]+8
	cookedTwo := append([]byte{0x86, 0xdd}, append(make([]byte, 18), six...)...)
	tests := []struct {
		name     string
		linkType int
		frame    []byte
		want     string
	}{
		{"ethernet", ethernet, encode.Ethernet(0x0800, four), "link ethernet, " + inFour},
		{"two tags", ethernet, encode.Ethernet(0x88a8, encode.VLAN(1, 0x8100, encode.VLAN(2, 0x86dd, six))),
			"link ethernet, link vlan, link vlan, " + inSix},
		{"endless tags", ethernet, encode.Ethernet(0x8100, bytes.Repeat([]byte{0, 1, 0x81, 0}, 20)),
			"link ethernet, link vlan, link vlan, link vlan, link vlan, broken link: truncated or endless VLAN tags"},
		{"cooked", 113, encode.Cooked(0x0800, four), "link linux-cooked, " + inFour},
		{"cooked v2", 276, cookedTwo, "link linux-cooked-v2, " + inSix},
		{"raw", 101, six, "link raw-ip, " + inSix},
		{"loopback", 0, append([]byte{2, 0, 0, 0}, four...), "link loopback, " + inFour},
		{"unknown link", 147, four, "broken link: type 147 not known"},
		{"empty", ethernet, nil, "broken link: truncated"},
		{"arp", ethernet, encode.Ethernet(0x0806, nil), "link ethernet, network arp"},
		{"other", ethernet, encode.Ethernet(0x88cc, nil), "link ethernet, network other"},
		{"version", 101, []byte{0x50}, "link raw-ip, broken network: IP version not known"},
		{"header length", 101, append([]byte{0x41}, four[1:]...), "link raw-ip, broken network: lengths disagree"},
		{"extension", 101, hops, "link raw-ip, " + inSix},
		{"chunk of length 0", 101, encode.IPv4(132, one, two, append(sctpPacket(), 0, 3, 0, 0)),
			"link raw-ip, " + inFour + ", broken sctp: chunk longer than its packet"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := decoded(test.linkType, test.frame).text(); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// inSCCP wraps an SCCP message in everything below it.
func inSCCP(message []byte) []byte {
	data := encode.M3UA(1, 1, encode.ProtocolData(1, 2, message))
	return encode.IPv4(132, one, two, encode.SCTP(2905, 2905, encode.Data(1, data)))
}

func TestMessage(t *testing.T) {
	begin := encode.Message(0x62, encode.Number(0x48, 0x01020304), nil, encode.Invoke(1, 45), encode.Invoke(2, 77))
	want := decode.Message{
		Kind: "Begin", Originating: "01020304",
		Components: []string{"Invoke", "Invoke"}, Operations: []string{"sendRoutingInfoForSM", "code 77"},
	}
	long := encode.Message(0x64, nil, encode.Number(0x49, 7), encode.Result(1, 45), encode.TLV(0xa4, make([]byte, 300)))
	wantLong := decode.Message{Kind: "End", Destination: "00000007", Components: []string{"ReturnResultLast", "Reject"}}
	endless := []byte{0x65, 0x80, 0x48, 1, 5, 0x49, 1, 6, 0x6b, 0x80, 0x28, 2, 1, 2, 0, 0, 0, 0}
	wantEndless := decode.Message{Kind: "Continue", Originating: "05", Destination: "06"}
	tests := []struct {
		name    string
		message []byte
		want    decode.Message
	}{
		{"UDT", encode.UDT(begin), want},
		{"XUDT", encode.XUDT(begin), want},
		{"XUDT in one segment", encode.XUDT(begin, 0x80, 0, 0, 1), want},
		{"LUDT", encode.LUDT(begin), want},
		{"LUDT with long lengths", encode.LUDT(long), wantLong},
		{"indefinite length", encode.UDT(endless), wantEndless},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := decoded(101, inSCCP(test.message))
			if len(got.messages) != 1 || !reflect.DeepEqual(got.messages[0], test.want) {
				t.Errorf("got  %+v (%s)\nwant %+v", got.messages, got.text(), test.want)
			}
		})
	}
}

func TestNoMessage(t *testing.T) {
	deep := bytes.Repeat([]byte{0x62, 0x80}, 60)
	tests := []struct {
		name    string
		message []byte
		want    string
	}{
		{"segment", encode.XUDT([]byte{0x62, 0}, 0x82, 0, 0, 1), "sccp segment"},
		{"connection", []byte{0x01}, "sccp CR"},
		{"unknown", []byte{0xee}, "sccp type 238"},
		{"no pointer", []byte{0x09, 0}, "broken sccp: pointer outside its message"},
		{"far pointer", []byte{0x09, 0, 3, 3, 200, 1}, "broken sccp: pointer outside its message"},
		{"not TCAP", encode.UDT([]byte{0x30, 0}), "broken tcap: message type not known"},
		{"length of 4 bytes", encode.UDT([]byte{0x62, 0x84, 0xff, 0xff, 0xff, 0xff}), "broken tcap: not whole"},
		{"nested too deep", encode.UDT(deep), "broken tcap: not whole"},
		{"component cut", encode.UDT([]byte{0x62, 4, 0x6c, 2, 0xa1, 9}), "broken tcap: component not whole"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := decoded(101, inSCCP(test.message))
			if !strings.HasSuffix(got.text(), test.want) || len(got.messages) != 0 {
				t.Errorf("got %s, want it to end in %s", got.text(), test.want)
			}
		})
	}
}

// TestTruncated cuts every packet of the sample at every byte. A part never shows more messages than the whole.
func TestTruncated(t *testing.T) {
	for number, frame := range sample.Frames() {
		whole := len(decoded(sample.LinkType, frame.Data).messages)
		for length := range frame.Data {
			// The copy has no room behind it: reading on would panic.
			part := append(make([]byte, 0, length), frame.Data[:length]...)
			if got := len(decoded(sample.LinkType, part).messages); got > whole {
				t.Fatalf("packet %d cut to %d bytes has %d messages, whole it has %d", number, length, got, whole)
			}
		}
	}
}

// TestDamaged sets every byte of every packet to values that lengths and pointers are likely to stumble over.
func TestDamaged(t *testing.T) {
	for _, frame := range sample.Frames() {
		for place := range frame.Data {
			for _, value := range []byte{0x00, 0x01, 0x7f, 0x80, 0x81, 0x84, 0xff} {
				damaged := append(make([]byte, 0, len(frame.Data)), frame.Data...)
				damaged[place] = value
				if lines := decoded(sample.LinkType, damaged).lines; len(lines) == 0 {
					t.Fatalf("nothing was said about a packet with byte %d set to %#x", place, value)
				}
			}
		}
	}
}

func FuzzFrame(f *testing.F) {
	for _, frame := range sample.Frames() {
		f.Add(uint16(sample.LinkType), frame.Data)
	}
	f.Fuzz(func(t *testing.T, linkType uint16, frame []byte) {
		decoded(int(linkType), frame)
	})
}
