package flows

import (
	"strings"
	"testing"
	"time"

	"example.org/tcapflow/internal/decode"
)

var (
	there = decode.Path{From: decode.Endpoint{Address: "192.0.2.2", Port: 1}, To: decode.Endpoint{Address: "192.0.2.1", Port: 2}}
	back  = decode.Path{From: there.To, To: there.From}
)

func report(t *testing.T, flows *Flows) string {
	t.Helper()
	var text strings.Builder
	if err := flows.Report(&text); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// TestAnswerToOwnNumber: both ends number their transactions, and the numbers may be the same.
func TestAnswerToOwnNumber(t *testing.T) {
	flows := New()
	start := time.Unix(1, 0)
	flows.Packet(start, 0)
	flows.Message(there, decode.Message{Kind: "Begin", Originating: "01"})
	flows.Message(back, decode.Message{Kind: "Begin", Originating: "01"})
	flows.Packet(start.Add(3*time.Millisecond), 0)
	flows.Message(back, decode.Message{Kind: "End", Destination: "01"})
	text := report(t, flows)
	if !strings.Contains(text, "192.0.2.2:1 -> 192.0.2.1:2  ended    messages 2  3 ms") ||
		!strings.Contains(text, "192.0.2.1:2 -> 192.0.2.2:1  waiting  messages 1  0 ms") {
		t.Error(text)
	}
}

func TestFlood(t *testing.T) {
	flows := New()
	for count := 0; count < rememberedAtMost+5; count++ {
		flows.Message(there, decode.Message{Kind: "Begin", Originating: "01"})
	}
	if text := report(t, flows); !strings.HasSuffix(text, "transactions not followed  5\n") {
		t.Error(text[len(text)-100:])
	}
}
