// Package pcap reads packets through libpcap, from a capture file or a live interface.
package pcap

/*
#cgo LDFLAGS: -lpcap
#include <stdlib.h>
#include <pcap.h>
*/
import "C"

import (
	"errors"
	"fmt"
	"io"
	"time"
	"unsafe"
)

// ErrTimeout says that a live interface had no packet for a while; asking again is right.
var ErrTimeout = errors.New("no packet yet")

const (
	snapshotLength = 262144
	readTimeout    = 200 * time.Millisecond
)

// A Source delivers packets until io.EOF.
type Source struct {
	handle *C.pcap_t
}

// A Packet is what was captured of a frame. Data is valid until the next call of Next.
type Packet struct {
	Time time.Time
	Data []byte
	// Length is the frame's length on the wire, at least len(Data).
	Length int
}

// Version tells which libpcap is linked.
func Version() string {
	return C.GoString(C.pcap_lib_version())
}

// OpenFile opens a capture file; "-" is standard input.
func OpenFile(path string) (*Source, error) {
	name := C.CString(path)
	defer C.free(unsafe.Pointer(name))
	message := (*C.char)(C.calloc(1, C.PCAP_ERRBUF_SIZE))
	defer C.free(unsafe.Pointer(message))
	handle := C.pcap_open_offline(name, message)
	if handle == nil {
		return nil, errors.New(C.GoString(message))
	}
	return &Source{handle}, nil
}

// OpenInterface opens a live interface.
func OpenInterface(name string) (*Source, error) {
	device := C.CString(name)
	defer C.free(unsafe.Pointer(device))
	message := (*C.char)(C.calloc(1, C.PCAP_ERRBUF_SIZE))
	defer C.free(unsafe.Pointer(message))
	handle := C.pcap_create(device, message)
	if handle == nil {
		return nil, fmt.Errorf("%s: %s", name, C.GoString(message))
	}
	source := &Source{handle}
	C.pcap_set_snaplen(handle, snapshotLength)
	C.pcap_set_promisc(handle, 1)
	C.pcap_set_timeout(handle, C.int(readTimeout/time.Millisecond))
	if status := C.pcap_activate(handle); status < 0 {
		err := source.activationError(name, status)
		source.Close()
		return nil, err
	}
	return source, nil
}

func (s *Source) activationError(name string, status C.int) error {
	general, detail := C.GoString(C.pcap_statustostr(status)), C.GoString(C.pcap_geterr(s.handle))
	text := name + ": " + general
	if detail != "" && detail != general {
		text += " (" + detail + ")"
	}
	if status == C.PCAP_ERROR_PERM_DENIED || status == C.PCAP_ERROR_PROMISC_PERM_DENIED {
		text += "; a live capture needs root or the capability CAP_NET_RAW"
	}
	return errors.New(text)
}

// LinkType is the number of the link layer's type, as in the capture file's header.
func (s *Source) LinkType() int {
	return int(C.pcap_datalink(s.handle))
}

// Next gives the next packet, io.EOF after the last, or ErrTimeout.
func (s *Source) Next() (Packet, error) {
	var header *C.struct_pcap_pkthdr
	var data *C.u_char
	switch status := C.pcap_next_ex(s.handle, &header, &data); status {
	case 1:
		return Packet{
			Time:   time.Unix(int64(header.ts.tv_sec), int64(header.ts.tv_usec)*1000).UTC(),
			Data:   unsafe.Slice((*byte)(unsafe.Pointer(data)), int(header.caplen)),
			Length: int(header.len),
		}, nil
	case 0:
		return Packet{}, ErrTimeout
	case C.PCAP_ERROR_BREAK:
		return Packet{}, io.EOF
	default:
		return Packet{}, errors.New(C.GoString(C.pcap_geterr(s.handle)))
	}
}

// Close releases the source.
func (s *Source) Close() {
	C.pcap_close(s.handle)
}
