package pdfread

import (
	"context"
	"time"
)

// errClock is the cause of an end by the limit of time.
var errClock = refuse(TooSlow, "", "检查超过规定时间")

// clock ends a context when the time is over that its file may take: that of
// the limits and a little more for every page that was read or painted meanwhile. A long
// document on a busy machine earns its time, one that stands still does not.
func (r *reader) clock(ctx context.Context) (context.Context, context.CancelFunc) {
	timed, end := context.WithCancelCause(ctx)
	go func() {
		var used time.Duration
		for wait := r.limits.Time; wait > 0; {
			timer := time.NewTimer(wait)
			select {
			case <-timer.C:
			case <-timed.Done():
				timer.Stop()
				return
			}
			earned := time.Duration(r.done.Load())*r.limits.PerPage + time.Duration(r.painted.Load())*r.limits.PerPicture
			wait, used = earned-used, earned
		}
		end(errClock)
	}()
	return timed, func() { end(context.Canceled) }
}
