//go:build unix && !linux

package measure

import (
	"runtime"
	"syscall"
)

// peakMemory asks the system: macOS counts bytes, others kilobytes.
func peakMemory() int64 {
	var r syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &r) != nil {
		return 0
	}
	if runtime.GOOS == "darwin" {
		return int64(r.Maxrss)
	}
	return int64(r.Maxrss) << 10
}
