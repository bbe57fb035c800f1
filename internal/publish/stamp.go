package publish

import "time"

// stamp is what the file system says of a file without reading it. Times are
// nanoseconds since 1970.
type stamp struct {
	size    int64
	written int64  // when the content was last written, which programs may set
	changed int64  // when anything of the file was last changed, which they may not; 0 where the system does not tell
	id      uint64 // of the file itself, whatever its name
}

// How much older than now, by the same clock, a file must be before its stamp
// is believed to tell any later writing. A clock that ticks finer than the
// hundredth of a second leaves its mark in the digits.
const (
	tick     = int64(10 * time.Millisecond)
	fineAge  = 10 * time.Millisecond
	roundAge = 3 * time.Second // FAT counts two seconds
)

// settled says whether anything done to the file from now on shows in its
// stamp: the clock of the file system has ticked since. Files that are written
// twice within one tick are why this has to be asked.
func (s stamp) settled(now int64) bool {
	age := fineAge
	if s.written%tick == 0 || s.changed%tick == 0 {
		age = roundAge
	}
	return max(s.written, s.changed)+int64(age) < now
}

// sameContent says whether other is this file under another name or with other
// rights: all but the time of changes agrees.
func (s stamp) sameContent(other stamp) bool {
	other.changed = s.changed
	return s == other
}
