//go:build !unix

package pdf

import "time"

func processorTime() time.Duration { return 0 }
