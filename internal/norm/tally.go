package norm

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// tally counts what was checked and keeps what does not hold.
type tally struct {
	n   int
	bad []string
}

func (t *tally) check(ok bool, format string, args ...any) {
	t.n++
	if !ok {
		t.bad = append(t.bad, fmt.Sprintf(format, args...))
	}
}

// most is how many deviations a result names.
const most = 3

// result is absent if nothing was checked; else what was measured, with the
// first deviations.
func (t *tally) result(format string, args ...any) Result {
	if t.n == 0 {
		return absent()
	}
	measured := fmt.Sprintf(format, args...)
	if len(t.bad) > 0 {
		measured += fmt.Sprintf("；%d处不合：", len(t.bad)) + strings.Join(t.bad[:min(most, len(t.bad))], "；")
	}
	return judged(len(t.bad) == 0, "%s", measured)
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
