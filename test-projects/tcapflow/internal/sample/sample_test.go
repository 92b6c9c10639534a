package sample_test

import (
	"bytes"
	"os"
	"testing"

	"example.org/tcapflow/internal/encode"
	"example.org/tcapflow/internal/sample"
)

// TestCommitted compares the committed capture with what mkcapture makes.
func TestCommitted(t *testing.T) {
	committed, err := os.ReadFile("../../testdata/tcap.pcap")
	if err != nil {
		t.Fatal(err)
	}
	var made bytes.Buffer
	if err := encode.Capture(&made, sample.LinkType, sample.Frames()); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(committed, made.Bytes()) {
		t.Error("testdata/tcap.pcap differs; make it with: go run ./cmd/mkcapture testdata/tcap.pcap")
	}
}
