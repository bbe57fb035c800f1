//go:build unix

package pdf

import (
	"syscall"
	"time"
)

// processorTime is what the process has used so far, on all processors: other
// programs on the machine do not disturb it.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
