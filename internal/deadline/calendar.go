package deadline

import "time"

// daysIn gives the number of days of a month: the day before the first of the
// next one.
func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
