// Package sample makes the sample capture: a day in the life of a signalling gateway, in a few dozen packets.
package sample

import (
	"net/netip"
	"time"

	"example.org/tcapflow/internal/encode"
)

const (
	ethernet  = 1
	typeIPv4  = 0x0800
	typeARP   = 0x0806
	typeVLAN  = 0x8100
	typeIPv6  = 0x86dd
	sctp      = 132
	udp       = 17
	portM3UA  = 2905
	begin     = 0x62
	end       = 0x64
	proceed   = 0x65
	abort     = 0x67
	oneWay    = 0x61
	originTag = 0x48
	destTag   = 0x49
)

// LinkType is the type of the capture's link layer.
const LinkType = ethernet

// A peer is one side of an association.
type peer struct {
	address netip.Addr
	point   uint32
}

// An ether puts an IP packet's payload between two peers into a frame.
type ether func(from, to peer, payload []byte) []byte

func onIPv4(from, to peer, payload []byte) []byte {
	return encode.Ethernet(typeIPv4, encode.IPv4(sctp, from.address, to.address, payload))
}

func onIPv6(from, to peer, payload []byte) []byte {
	return encode.Ethernet(typeIPv6, encode.IPv6(sctp, from.address, to.address, payload))
}

func onVLAN(from, to peer, payload []byte) []byte {
	return encode.Ethernet(typeVLAN, encode.VLAN(42, typeIPv4, encode.IPv4(sctp, from.address, to.address, payload)))
}

// A recorder collects frames, one each few milliseconds.
type recorder struct {
	frames []encode.Frame
	at     time.Time
	tsn    uint32
}

func (r *recorder) frame(data []byte) {
	r.at = r.at.Add(7 * time.Millisecond)
	r.frames = append(r.frames, encode.Frame{At: r.at, Data: data})
}

// chunks sends chunks as one packet.
func (r *recorder) chunks(on ether, from, to peer, chunks ...[]byte) {
	r.frame(on(from, to, encode.SCTP(portM3UA, portM3UA, chunks...)))
}

// data makes a DATA chunk with the next number.
func (r *recorder) data(message []byte) []byte {
	r.tsn++
	return encode.Data(r.tsn, message)
}

// send carries an SCCP message in a packet of its own.
func (r *recorder) send(on ether, from, to peer, message []byte) {
	r.chunks(on, from, to, r.data(encode.M3UA(1, 1, encode.ProtocolData(from.point, to.point, message))))
}

// Frames gives the same frames every time.
func Frames() []encode.Frame {
	r := &recorder{at: time.Date(2017, 9, 1, 12, 0, 0, 0, time.UTC)}
	gateway := peer{netip.MustParseAddr("192.0.2.1"), 0x0101}
	register := peer{netip.MustParseAddr("192.0.2.2"), 0x0102}
	gatewaySix := peer{netip.MustParseAddr("2001:db8::1"), 0x0101}
	centreSix := peer{netip.MustParseAddr("2001:db8::3"), 0x0103}
	gatewayTagged := peer{netip.MustParseAddr("198.51.100.1"), 0x0101}
	centreTagged := peer{netip.MustParseAddr("198.51.100.9"), 0x0104}

	r.other(gateway, register)
	r.setUp(onIPv4, gateway, register)
	r.dialogues(onIPv4, gateway, register)
	r.longOnes(onIPv6, gatewaySix, centreSix)
	r.failures(onVLAN, gatewayTagged, centreTagged)
	r.tearDown(onIPv4, gateway, register)
	r.damaged(gateway, register)
	return r.frames
}

// other is traffic that is not SCTP.
func (r *recorder) other(from, to peer) {
	r.frame(encode.Ethernet(typeARP, make([]byte, 28)))
	r.frame(encode.Ethernet(typeIPv4, encode.IPv4(udp, from.address, to.address, []byte("\x00\x35\x00\x35\x00\x0c\x00\x00ping"))))
}

// setUp is the handshake of SCTP and that of M3UA.
func (r *recorder) setUp(on ether, from, to peer) {
	init := []byte{0, 0, 0, 1, 0, 1, 0, 0, 0, 16, 0, 16, 0, 0, 0, 1}
	r.chunks(on, from, to, encode.Chunk(1, 0, init))
	r.chunks(on, to, from, encode.Chunk(2, 0, encode.Join(init, []byte{0, 7, 0, 8, 1, 2, 3, 4})))
	r.chunks(on, from, to, encode.Chunk(10, 0, []byte{1, 2, 3, 4}))
	r.chunks(on, to, from, encode.Chunk(11, 0, nil))
	r.chunks(on, from, to, r.data(encode.M3UA(3, 1)))
	r.chunks(on, to, from, r.sack(), r.data(encode.M3UA(3, 4)))
	r.chunks(on, from, to, r.data(encode.M3UA(4, 1)))
	r.chunks(on, to, from, r.sack(), r.data(encode.M3UA(4, 3)))
	r.chunks(on, to, from, r.data(encode.M3UA(0, 1)))
	r.chunks(on, from, to, encode.Chunk(4, 0, []byte{0, 1, 0, 8, 9, 9, 9, 9}))
	r.chunks(on, to, from, encode.Chunk(5, 0, []byte{0, 1, 0, 8, 9, 9, 9, 9}))
}

func (r *recorder) sack() []byte {
	return encode.Chunk(3, 0, []byte{0, 0, 0, byte(r.tsn), 0, 16, 0, 0, 0, 0, 0, 0})
}

// dialogues has short messages to a subscriber: asked for, answered; and a longer dialogue.
func (r *recorder) dialogues(on ether, from, to peer) {
	r.send(on, from, to, encode.UDT(encode.Message(begin, encode.Number(originTag, 0x0a000001), nil, encode.Invoke(1, 45, 0x80, 1, 0x91))))
	r.send(on, to, from, encode.UDT(encode.Message(end, nil, encode.Number(destTag, 0x0a000001), encode.Result(1, 45))))
	r.send(on, from, to, encode.UDT(encode.Message(begin, encode.Number(originTag, 0x0a000002), nil, encode.Invoke(1, 2))))
	r.send(on, to, from, encode.UDT(encode.Message(proceed, encode.Number(originTag, 0x0b000001), encode.Number(destTag, 0x0a000002),
		encode.Invoke(1, 7), encode.Invoke(2, 7))))
	r.send(on, from, to, encode.UDT(encode.Message(proceed, encode.Number(originTag, 0x0a000002), encode.Number(destTag, 0x0b000001),
		encode.Result(1, 7), encode.Result(2, 7))))
	r.send(on, to, from, encode.UDT(encode.Message(end, nil, encode.Number(destTag, 0x0a000002), encode.Result(1, 2))))
	both := [][]byte{}
	for number := uint32(0x0a000003); number <= 0x0a000004; number++ {
		message := encode.UDT(encode.Message(begin, encode.Number(originTag, number), nil, encode.Invoke(1, 56)))
		both = append(both, r.data(encode.M3UA(1, 1, encode.ProtocolData(from.point, to.point, message))))
	}
	r.chunks(on, from, to, both...) // two messages in one packet
	r.send(on, to, from, encode.UDT(encode.Message(end, nil, encode.Number(destTag, 0x0a000004), encode.Result(1, 56))))
}

// longOnes uses the extended forms of SCCP, one of them in segments, and a message that SCTP cut in two.
func (r *recorder) longOnes(on ether, from, to peer) {
	text := make([]byte, 120)
	r.send(on, from, to, encode.XUDT(encode.Message(begin, encode.Number(originTag, 0x0c000001), nil, encode.Invoke(1, 44, text...))))
	r.send(on, to, from, encode.XUDT(encode.Message(end, nil, encode.Number(destTag, 0x0c000001), encode.Result(1, 44)), 0x80, 0, 0, 1))
	r.send(on, from, to, encode.XUDT([]byte("first half"), 0xc1, 0, 0, 2))
	r.send(on, from, to, encode.XUDT([]byte("second half"), 0x40, 0, 0, 2))
	r.send(on, from, to, encode.LUDT(encode.Message(oneWay, nil, nil, encode.Invoke(1, 59, make([]byte, 300)...))))
	whole := encode.M3UA(1, 1, encode.ProtocolData(from.point, to.point, encode.UDT(text)))
	r.chunks(on, from, to, encode.DataFlags(0x02, r.tsn+1, whole[:64]))
	r.chunks(on, from, to, encode.DataFlags(0x01, r.tsn+2, whole[64:]))
	r.tsn += 2
}

// failures has what can go wrong in a dialogue.
func (r *recorder) failures(on ether, from, to peer) {
	r.send(on, from, to, encode.UDT(encode.Message(begin, encode.Number(originTag, 0x0d000001), nil, encode.Invoke(1, 46))))
	r.send(on, to, from, encode.UDT(encode.Message(end, nil, encode.Number(destTag, 0x0d000001), encode.Failure(1, 32))))
	r.send(on, from, to, encode.UDT(encode.Message(begin, encode.Number(originTag, 0x0d000002), nil, encode.Invoke(1, 99))))
	r.send(on, to, from, encode.UDT(encode.Message(abort, nil, encode.Number(destTag, 0x0d000002))))
	r.send(on, from, to, encode.UDT(encode.Message(begin, encode.Number(originTag, 0x0d000003), nil)))
	returned := encode.UDT(encode.Message(begin, encode.Number(originTag, 0x0d000003), nil))
	returned[0] = 0x0a
	r.send(on, to, from, returned)
	r.send(on, to, from, encode.UDT(encode.Message(end, nil, encode.Number(destTag, 0x0dffffff))))
	r.chunks(on, from, to, r.data(encode.M3UA(1, 1, encode.ServiceData(5, from.point, to.point, []byte{1, 2, 3, 4}))))
	r.chunks(on, from, to, r.data(encode.M3UA(2, 1)))
}

func (r *recorder) tearDown(on ether, from, to peer) {
	r.chunks(on, from, to, r.data(encode.M3UA(4, 2)))
	r.chunks(on, from, to, encode.Chunk(7, 0, []byte{0, 0, 0, byte(r.tsn)}))
	r.chunks(on, to, from, encode.Chunk(8, 0, nil))
	r.chunks(on, from, to, encode.Chunk(14, 0, nil))
}

// damaged has packets that end too early, on the wire and in the capture, and lengths that lie.
func (r *recorder) damaged(from, to peer) {
	whole := encode.UDT(encode.Message(begin, encode.Number(originTag, 0x0e000001), nil, encode.Invoke(1, 22)))
	r.send(onIPv4, from, to, whole)
	r.frames[len(r.frames)-1].Cut = 30
	lying := append([]byte(nil), whole...)
	lying[4] = 0xf0
	r.send(onIPv4, from, to, lying)
	r.send(onIPv4, from, to, encode.UDT([]byte{begin, 0x20, originTag, 4, 0, 0, 0, 1}))
	r.frame(onIPv4(from, to, []byte{0x0b, 0x59, 0x0b, 0x59}))
	fragment := encode.Ethernet(typeIPv4, encode.IPv4(sctp, from.address, to.address, make([]byte, 40)))
	fragment[14+6] = 0x20
	r.frame(fragment)
}
