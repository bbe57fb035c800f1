package norm

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// tally counts what was checked and keeps what does not hold, and where.
type tally struct {
	n      int
	bad    []string
	wrong  []Place // of what does not hold
	seen   []Place // of everything else
	values []Value
}

// check counts something that has no place on a page of its own.
func (t *tally) check(ok bool, format string, args ...any) {
	t.n++
	if !ok {
		t.bad = append(t.bad, fmt.Sprintf(format, args...))
	}
}

// checkAt counts something at its place; the words say what is wrong there.
func (t *tally) checkAt(at Place, ok bool, format string, args ...any) {
	t.check(ok, format, args...)
	if ok {
		t.seen = append(t.seen, at)
		return
	}
	at.Note = t.bad[len(t.bad)-1]
	t.wrong = append(t.wrong, at)
}

// value keeps a measured number.
func (t *tally) value(name string, number float64, unit string) {
	t.values = append(t.values, Value{name, number, unit})
}

// span keeps the ends of a range of measured numbers, one if they are equal.
func (t *tally) span(name string, s span, unit string) {
	switch {
	case s.empty():
	case s.high-s.low < 0.05:
		t.value(name, s.low, unit)
	default:
		t.value(name+"（最小）", s.low, unit)
		t.value(name+"（最大）", s.high, unit)
	}
}

const (
	most       = 3  // deviations that a result names
	mostPlaces = 40 // places that a result keeps
)

// result is absent if nothing was checked; else what was measured, with the
// first deviations and their places.
func (t *tally) result(format string, args ...any) Result {
	if t.n == 0 {
		return absent()
	}
	measured := fmt.Sprintf(format, args...)
	places := t.seen
	if len(t.bad) > 0 {
		measured += fmt.Sprintf("；%d处不合：", len(t.bad)) + strings.Join(t.bad[:min(most, len(t.bad))], "；")
		places = t.wrong
	}
	r := judged(len(t.bad) == 0, "%s", measured)
	r.Values = t.values
	return r.at(places...)
}

// span is the range of some measurements.
type span struct{ low, high float64 }

func newSpan() span { return span{math.Inf(1), math.Inf(-1)} }

func (s *span) add(v float64) { s.low, s.high = min(s.low, v), max(s.high, v) }

func (s span) empty() bool { return s.low > s.high }

func (s span) String() string {
	if s.high-s.low < 0.05 {
		return tenths(s.low)
	}
	return tenths(s.low) + "～" + tenths(s.high)
}

// tenths prints a number with one decimal; nothing is a little less than 0.
func tenths(v float64) string { return strings.Replace(fmt.Sprintf("%.1f", v), "-0.0", "0.0", 1) }

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}

// brief is the beginning of a text.
func brief(text string) string {
	if r := []rune(text); len(r) > 12 {
		return string(r[:12]) + "…"
	}
	return text
}
