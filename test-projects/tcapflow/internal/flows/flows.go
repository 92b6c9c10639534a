// Package flows follows SCTP associations and the TCAP transactions on them.
package flows

import (
	"fmt"
	"io"
	"sort"
	"strings"
	"text/tabwriter"
	"time"

	"example.org/tcapflow/internal/decode"
)

// rememberedAtMost bounds the memory that a flood of transactions can take; the others are only counted.
const rememberedAtMost = 100000

// An association is known by its two ends, the smaller text first.
type association struct {
	first, second decode.Endpoint
}

func associationOf(path decode.Path) association {
	if path.To.String() < path.From.String() {
		return association{path.To, path.From}
	}
	return association{path.From, path.To}
}

// traffic is what one side of an association sent.
type traffic struct {
	chunks, payload, messages int
}

type sides struct {
	first, second traffic
}

// of gives the side that sent along the path.
func (s *sides) of(key association, path decode.Path) *traffic {
	if path.From == key.first {
		return &s.first
	}
	return &s.second
}

// A transactionKey is the number that one end gave to a transaction.
type transactionKey struct {
	association association
	owner       decode.Endpoint
	number      string
}

type transaction struct {
	path       decode.Path
	number     string
	state      string
	messages   int
	operations []string
	from, last time.Time
}

// Flows is an observer that follows associations and transactions.
type Flows struct {
	now          time.Time
	associations map[association]*sides
	open         map[transactionKey]*transaction
	transactions []*transaction
	orphans      int
	forgotten    int
}

// New makes an observer that has seen nothing.
func New() *Flows {
	return &Flows{associations: map[association]*sides{}, open: map[transactionKey]*transaction{}}
}

// Packet notes the time of the packet that the next observations come from.
func (f *Flows) Packet(at time.Time, _ int) {
	f.now = at
}

// Saw is of no interest here.
func (f *Flows) Saw(string, string) {}

// Broken is of no interest here.
func (f *Flows) Broken(string, string) {}

// Chunk adds to the traffic of its association.
func (f *Flows) Chunk(path decode.Path, chunk decode.Chunk) {
	side := f.side(path)
	side.chunks++
	side.payload += chunk.Payload
}

func (f *Flows) side(path decode.Path) *traffic {
	key := associationOf(path)
	both, known := f.associations[key]
	if !known {
		both = &sides{}
		f.associations[key] = both
	}
	return both.of(key, path)
}

// Message takes its transaction a step further.
func (f *Flows) Message(path decode.Path, message decode.Message) {
	f.side(path).messages++
	switch message.Kind {
	case "Begin":
		f.begin(path, message)
	case "Continue", "End", "Abort":
		f.proceed(path, message)
	}
}

func (f *Flows) begin(path decode.Path, message decode.Message) {
	if len(f.transactions) >= rememberedAtMost {
		f.forgotten++
		return
	}
	begun := &transaction{path: path, number: message.Originating, state: "waiting", from: f.now}
	begun.add(message, f.now)
	f.transactions = append(f.transactions, begun)
	f.open[transactionKey{associationOf(path), path.From, message.Originating}] = begun
}

// proceed finds the transaction by the number that the receiver gave it. The answer brings the sender's own number.
func (f *Flows) proceed(path decode.Path, message decode.Message) {
	key := transactionKey{associationOf(path), path.To, message.Destination}
	found, known := f.open[key]
	if !known {
		f.orphans++
		return
	}
	found.add(message, f.now)
	switch message.Kind {
	case "Continue":
		found.state = "continued"
		f.open[transactionKey{key.association, path.From, message.Originating}] = found
	case "End":
		found.state = "ended"
	case "Abort":
		found.state = "aborted"
	}
}

func (t *transaction) add(message decode.Message, at time.Time) {
	t.messages++
	t.last = at
	t.operations = append(t.operations, message.Operations...)
}

// Report writes the associations, by their ends, and then the transactions, in the order in which they began.
func (f *Flows) Report(output io.Writer) error {
	table := tabwriter.NewWriter(output, 0, 0, 2, ' ', 0)
	f.writeAssociations(table)
	if err := table.Flush(); err != nil {
		return err
	}
	table = tabwriter.NewWriter(output, 0, 0, 2, ' ', 0)
	f.writeTransactions(table)
	if err := table.Flush(); err != nil {
		return err
	}
	return f.writeRest(output)
}

func (f *Flows) writeAssociations(table io.Writer) {
	keys := make([]association, 0, len(f.associations))
	for key := range f.associations {
		keys = append(keys, key)
	}
	sort.Slice(keys, func(a, b int) bool { return keys[a].text() < keys[b].text() })
	fmt.Fprintf(table, "associations\t%d\n", len(keys))
	for _, key := range keys {
		both := f.associations[key]
		writeSide(table, key.first, key.second, both.first)
		writeSide(table, key.second, key.first, both.second)
	}
}

func (a association) text() string {
	return a.first.String() + " " + a.second.String()
}

func writeSide(table io.Writer, from, to decode.Endpoint, sent traffic) {
	fmt.Fprintf(table, "%s\t-> %s\tchunks %d\tpayload %d\tTCAP %d\n", from, to, sent.chunks, sent.payload, sent.messages)
}

func (f *Flows) writeTransactions(table io.Writer) {
	fmt.Fprintf(table, "transactions\t%d\n", len(f.transactions))
	for _, each := range f.transactions {
		operations := strings.Join(each.operations, ", ")
		if operations == "" {
			operations = "no operation"
		}
		fmt.Fprintf(table, "%s\t%s -> %s\t%s\tmessages %d\t%d ms\t%s\n", each.number, each.path.From, each.path.To,
			each.state, each.messages, each.last.Sub(each.from).Milliseconds(), operations)
	}
}

func (f *Flows) writeRest(output io.Writer) error {
	_, err := fmt.Fprintf(output, "messages without a beginning  %d\ntransactions not followed  %d\n", f.orphans, f.forgotten)
	return err
}
