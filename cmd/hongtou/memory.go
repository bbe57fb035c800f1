package main

import (
	"os"
	"runtime/debug"
)

// garbage is how much memory may wait to be freed, in percent of what is in
// use. The fonts alone are 36 MB in use that never change, and Go's own 100
// would let as much wait for their sake. GOGC in the environment goes before.
const garbage = 50

func limitGarbage() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
}
