package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/tcapflow/internal/counts"
	"example.org/tcapflow/internal/flows"
)

const testdata = "../../testdata"

func TestReports(t *testing.T) {
	for name, reporter := range map[string]Reporter{"tcapflow": counts.New(), "tcapflow-client": flows.New()} {
		t.Run(name, func(t *testing.T) {
			want, err := os.ReadFile(filepath.Join(testdata, name+".expected"))
			if err != nil {
				t.Fatal(err)
			}
			var got bytes.Buffer
			if err := run(options{file: filepath.Join(testdata, "tcap.pcap")}, reporter, &got); err != nil {
				t.Fatal(err)
			}
			if got.String() != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got.String(), want)
			}
		})
	}
}

// TestBrokenOff reads a capture file that ends within a packet: what came before is reported, and the error is told.
func TestBrokenOff(t *testing.T) {
	whole, err := os.ReadFile(filepath.Join(testdata, "tcap.pcap"))
	if err != nil {
		t.Fatal(err)
	}
	part := filepath.Join(t.TempDir(), "part.pcap")
	if err := os.WriteFile(part, whole[:700], 0o600); err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	err = run(options{file: part}, counts.New(), &got)
	if err == nil || !strings.Contains(err.Error(), "truncated") {
		t.Errorf("error is %v", err)
	}
	if !strings.Contains(got.String(), "packets") {
		t.Errorf("no report, but %q", got.String())
	}
}

func TestCount(t *testing.T) {
	var got bytes.Buffer
	if err := run(options{file: filepath.Join(testdata, "tcap.pcap"), count: 2}, counts.New(), &got); err != nil {
		t.Fatal(err)
	}
	if first, _, _ := strings.Cut(got.String(), "\n"); !strings.HasSuffix(first, " 2") {
		t.Errorf("not two packets: %s", first)
	}
}

func TestOpenErrors(t *testing.T) {
	for _, each := range []options{{file: filepath.Join(testdata, "missing.pcap")}, {device: "no-such-interface"}} {
		if err := run(each, counts.New(), &bytes.Buffer{}); err == nil {
			t.Errorf("%+v was opened", each)
		}
	}
}

func TestUsage(t *testing.T) {
	for _, arguments := range [][]string{{}, {"-r", "a", "-i", "b"}, {"-r", "a", "b"}, {"--no-such-option"}} {
		if _, err := parse("test", arguments); err == nil {
			t.Errorf("%q was taken", arguments)
		}
	}
}
