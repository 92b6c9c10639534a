package encode

import (
	"encoding/binary"
	"io"
	"time"
)

// A Frame is one packet of a capture file. Cut bytes at its end were not captured.
type Frame struct {
	At   time.Time
	Data []byte
	Cut  int
}

// Capture writes a capture file, the classic format in little-endian order.
func Capture(output io.Writer, linkType uint32, frames []Frame) error {
	order := binary.LittleEndian
	file := order.AppendUint32(nil, 0xa1b2c3d4)
	file = order.AppendUint16(order.AppendUint16(file, 2), 4)
	file = append(file, 0, 0, 0, 0, 0, 0, 0, 0)
	file = order.AppendUint32(order.AppendUint32(file, 65535), linkType)
	for _, frame := range frames {
		file = order.AppendUint32(file, uint32(frame.At.Unix()))
		file = order.AppendUint32(file, uint32(frame.At.Nanosecond()/1000))
		file = order.AppendUint32(file, uint32(len(frame.Data)-frame.Cut))
		file = order.AppendUint32(file, uint32(len(frame.Data)))
		file = append(file, frame.Data[:len(frame.Data)-frame.Cut]...)
	}
	_, err := output.Write(file)
	return err
}
