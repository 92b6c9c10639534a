// Package cli is what the two commands have in common: options, the loop over the packets, exit codes.
package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"sync/atomic"
	"time"

	"example.org/tcapflow/internal/decode"
	"example.org/tcapflow/internal/pcap"
)

// Exit codes.
const (
	exitFailed = 1
	exitUsage  = 2
)

// A Reporter observes packets and says at the end what it saw.
type Reporter interface {
	decode.Observer
	Packet(at time.Time, length int)
	Report(io.Writer) error
}

type options struct {
	file, device string
	count        int
	version      bool
}

// Main runs a command and ends the process.
func Main(name, version string, reporter Reporter) {
	options, err := parse(name, os.Args[1:])
	switch {
	case errors.Is(err, flag.ErrHelp):
		os.Exit(0)
	case err != nil:
		os.Exit(exitUsage)
	case options.version:
		fmt.Printf("%s %s (%s)\n", name, version, pcap.Version())
		return
	}
	if err := run(options, reporter, os.Stdout); err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", name, err)
		os.Exit(exitFailed)
	}
}

func parse(name string, arguments []string) (options, error) {
	var result options
	flags := flag.NewFlagSet(name, flag.ContinueOnError)
	flags.StringVar(&result.file, "r", "", "read packets from this capture `file`; - is standard input")
	flags.StringVar(&result.device, "i", "", "capture from this `interface` until interrupted")
	flags.IntVar(&result.count, "c", 0, "stop after this `number` of packets; 0 is no limit")
	flags.BoolVar(&result.version, "version", false, "print the version and end")
	if err := flags.Parse(arguments); err != nil {
		return result, err
	}
	if !result.version && ((result.file == "") == (result.device == "") || flags.NArg() > 0) {
		fmt.Fprintf(flags.Output(), "%s: give one of -r and -i, and nothing else\n", name)
		flags.Usage()
		return result, errors.New("usage")
	}
	return result, nil
}

func run(options options, reporter Reporter, output io.Writer) error {
	source, err := open(options)
	if err != nil {
		return err
	}
	defer source.Close()
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt)
	var stop atomic.Bool
	go func() {
		<-interrupted
		stop.Store(true)
	}()
	// A capture that breaks off still had packets: report them, then fail.
	readError := read(source, options.count, &stop, reporter)
	if err := reporter.Report(output); err != nil {
		return err
	}
	return readError
}

func open(options options) (*pcap.Source, error) {
	if options.device != "" {
		return pcap.OpenInterface(options.device)
	}
	return pcap.OpenFile(options.file)
}

func read(source *pcap.Source, count int, stop *atomic.Bool, reporter Reporter) error {
	linkType := source.LinkType()
	for packets := 0; (count == 0 || packets < count) && !stop.Load(); {
		packet, err := source.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.Is(err, pcap.ErrTimeout):
			continue
		case err != nil:
			return err
		}
		packets++
		reporter.Packet(packet.Time, packet.Length)
		decode.Frame(linkType, packet.Data, reporter)
	}
	return nil
}
