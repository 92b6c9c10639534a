// Command wordcount counts the different words of its arguments, in C++.
package main

/*
#include <stdlib.h>
#include "textstats.h"

static const char *unit(void) { return TEXTSTATS_UNIT; }
*/
import "C"

import (
	"fmt"
	"os"
	"strings"
	"unsafe"
)

var version = "unknown"

func main() {
	text := C.CString(strings.Join(os.Args[1:], " "))
	defer C.free(unsafe.Pointer(text))
	fmt.Printf("%d different %s (wordcount %s)\n", C.textstats_distinct(text), C.GoString(C.unit()), version)
}
