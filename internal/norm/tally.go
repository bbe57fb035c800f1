package norm

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// tally counts what was checked and keeps the first things that do not hold, and
// where: however much a page bears, no more is kept than a result shows.
type tally struct {
	n, failed int
	bad       []string // the first of what does not hold
	wrong     spots    // of what does not hold
	seen      spots    // of everything else
	values    []Value
}

// spots are the first places of some, and the pages of all.
type spots struct {
	places []Place
	pages  []int
}

func (s *spots) add(p Place) {
	s.pages = withPage(s.pages, p.Page)
	if len(s.places) < mostPlaces {
		s.places = append(s.places, p)
	}
}

// first forgets all but the first place.
func (s *spots) first() {
	if len(s.places) > 0 {
		*s = spots{s.places[:1], []int{s.places[0].Page}}
	}
}

// check counts something that has no place on a page of its own.
func (t *tally) check(ok bool, format string, args ...any) {
	t.n++
	if ok {
		return
	}
	t.failed++
	if len(t.bad) == most {
		return
	}
	if words := fmt.Sprintf(format, args...); !slices.Contains(t.bad, words) {
		t.bad = append(t.bad, words)
	}
}

// checkAt counts something at its place; the words say what is wrong there.
func (t *tally) checkAt(at Place, ok bool, format string, args ...any) {
	t.check(ok, format, args...)
	if ok {
		t.seen.add(at)
		return
	}
	if len(t.wrong.places) < mostPlaces {
		at.Note = fmt.Sprintf(format, args...)
	}
	t.wrong.add(at)
}

// value keeps a measured number, as long as there is room.
func (t *tally) value(name string, number float64, unit string) {
	if len(t.values) < mostValues {
		t.values = append(t.values, Value{name, number, unit})
	}
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
	mostValues = 40 // measured numbers that a result keeps
)

// result is absent if nothing was checked; else what was measured, with the
// first deviations and their places.
func (t *tally) result(format string, args ...any) Result {
	if t.n == 0 {
		return absent()
	}
	measured := fmt.Sprintf(format, args...)
	places := t.seen
	if t.failed > 0 {
		measured += fmt.Sprintf("；%d处不合：", t.failed) + strings.Join(t.bad, "；")
		places = t.wrong
	}
	r := judged(t.failed == 0, "%s", measured)
	r.Values = t.values
	return r.on(places)
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
