package decode

import (
	"encoding/hex"
	"fmt"
)

const (
	tagOriginating = 0x48
	tagDestination = 0x49
	tagComponents  = 0x6c
	tagInteger     = 0x02
	tagInvoke      = 0xa1
	tagLinked      = 0x80
	transactionMax = 4
)

var messageNames = map[byte]string{0x61: "Unidirectional", 0x62: "Begin", 0x64: "End", 0x65: "Continue", 0x67: "Abort"}

var componentNames = map[byte]string{
	0xa1: "Invoke", 0xa2: "ReturnResultLast", 0xa3: "ReturnError", 0xa4: "Reject", 0xa7: "ReturnResultNotLast",
}

// operationNames has the operations of MAP that are seen most.
var operationNames = map[byte]string{
	2: "updateLocation", 3: "cancelLocation", 7: "insertSubscriberData", 22: "sendRoutingInfo", 44: "mt-forwardSM",
	45: "sendRoutingInfoForSM", 46: "mo-forwardSM", 56: "sendAuthenticationInfo", 59: "processUnstructuredSS-Request",
	60: "unstructuredSS-Request", 67: "purgeMS", 71: "anyTimeInterrogation",
}

// A Message is one TCAP message. Transaction numbers are in hexadecimal digits, empty where the message has none.
type Message struct {
	Kind        string
	Originating string
	Destination string
	Components  []string
	Operations  []string
}

func tcap(path Path, content []byte, observer Observer) {
	outer, _, ok := next(content)
	if !ok {
		observer.Broken(TCAP, "not whole")
		return
	}
	kind, known := messageNames[outer.tag]
	if !known {
		observer.Broken(TCAP, "message type not known")
		return
	}
	message := Message{Kind: kind}
	for rest := outer.value; len(rest) > 0; {
		var part element
		if part, rest, ok = next(rest); !ok {
			observer.Broken(TCAP, "part not whole")
			return
		}
		if !message.take(part) {
			observer.Broken(TCAP, "component not whole")
			return
		}
	}
	message.report(path, observer)
}

// take adds a part of the transaction portion.
func (m *Message) take(part element) bool {
	switch part.tag {
	case tagOriginating:
		m.Originating = transaction(part.value)
	case tagDestination:
		m.Destination = transaction(part.value)
	case tagComponents:
		return m.components(part.value)
	}
	return true
}

// transaction shows at most as many bytes as the standard allows.
func transaction(value []byte) string {
	if len(value) > transactionMax {
		value = value[:transactionMax]
	}
	return hex.EncodeToString(value)
}

func (m *Message) components(rest []byte) bool {
	for len(rest) > 0 {
		var component element
		var ok bool
		if component, rest, ok = next(rest); !ok {
			return false
		}
		text, known := componentNames[component.tag]
		if !known {
			text = fmt.Sprintf("tag 0x%02x", component.tag)
		}
		m.Components = append(m.Components, text)
		if component.tag == tagInvoke {
			m.Operations = append(m.Operations, operation(component.value))
		}
	}
	return true
}

// operation reads the code of an invoked operation: the second integer, behind the number of the invocation.
func operation(rest []byte) string {
	integers := 0
	for len(rest) > 0 {
		var part element
		var ok bool
		if part, rest, ok = next(rest); !ok {
			break
		}
		if part.tag == tagLinked {
			continue
		}
		if part.tag != tagInteger {
			break
		}
		if integers++; integers == 2 && len(part.value) == 1 {
			return name(operationNames, part.value[0], "code")
		}
	}
	return "unreadable"
}

func (m Message) report(path Path, observer Observer) {
	observer.Saw(TCAP, m.Kind)
	for _, component := range m.Components {
		observer.Saw(Component, component)
	}
	for _, code := range m.Operations {
		observer.Saw(Operation, code)
	}
	observer.Message(path, m)
}
