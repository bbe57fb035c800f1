// Package deadline reads the printed wording of a deadline (整改时限). In: the
// field value, such as 2020年11月底前 or 立行立改，持续加强，长期坚持. Out: its
// stages, each with a last day, or at once, or standing, or waiting for an
// event, and the span of words that says so. The wording is printed as it stands; stages
// serve sorting, ledgers and checks. Pure; no clock: “past” is for the caller.
package deadline

import (
	"cmp"
	"slices"

	"hongtou/internal/zh"
)

// Kind says how a stage ends.
type Kind int

const (
	// Dated ends on By.
	Dated Kind = iota
	// Event ends when something happens, or some days after it.
	Event
	// Standing never ends: 长期坚持, 2021年起.
	Standing
	// Done was over when the text was written; By is zero unless a day is told.
	Done
	// AtOnce is due now and names no day: 立行立改. It ends like a dated stage.
	AtOnce
)

// Stage is one part of a deadline.
type Stage struct {
	Kind      Kind
	Condition string  // what the stage holds for, e.g. 其余问题; "" for everything
	Words     string  // the words that set the time
	Offset    int     // of Words, in characters from the start of the value
	Length    int     // of Words, in characters
	By        zh.Date // last day of a dated stage
	From      zh.Date // first day of a standing stage; zero: at once
	Ambiguous bool    // 6月前 means the last of May to some, the last of June to others; By is the earlier
}

// Deadline is what a wording says, in printed order.
type Deadline struct {
	Stages []Stage
}

// First gives the earliest last day, if any stage has one.
func (d Deadline) First() (zh.Date, bool) {
	var first zh.Date
	for _, s := range d.Stages {
		if s.Kind == Dated && (first.Year == 0 || compareDates(s.By, first) < 0) {
			first = s.By
		}
	}
	return first, first.Year != 0
}

// AtOnce gives the words that want something done at once, when no other stage
// says more: a day, an event, or that the task goes on.
func (d Deadline) AtOnce() (Stage, bool) {
	i := slices.IndexFunc(d.Stages, func(s Stage) bool { return s.Kind == AtOnce })
	if i < 0 || d.place() != placeAtOnce {
		return Stage{}, false
	}
	return d.Stages[i], true
}

// Compare orders deadlines for lists: what is due at once, then by the earliest
// dated stage, then those that wait for an event, standing ones, and what is
// done.
func Compare(a, b Deadline) int {
	da, datedA := a.First()
	db, datedB := b.First()
	if datedA && datedB {
		return compareDates(da, db)
	}
	return cmp.Compare(a.place(), b.place())
}

// Places of deadlines in a list.
const (
	placeAtOnce = iota
	placeDated
	placeEvent
	placeStanding
	placeDone
)

// place is decided by the stage that says most: 立行立改，长期坚持 goes on.
func (d Deadline) place() int {
	for _, p := range []struct {
		kind  Kind
		place int
	}{{Dated, placeDated}, {Event, placeEvent}, {Standing, placeStanding}, {AtOnce, placeAtOnce}} {
		if d.has(p.kind) {
			return p.place
		}
	}
	return placeDone
}

func (d Deadline) has(k Kind) bool {
	return slices.ContainsFunc(d.Stages, func(s Stage) bool { return s.Kind == k })
}

func compareDates(a, b zh.Date) int {
	return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Month, b.Month), cmp.Compare(a.Day, b.Day))
}

// Reason says why a wording cannot be read.
type Reason int

const (
	// NoTime: nothing in it sets a time.
	NoTime Reason = iota
	// NoYear: a month or 年底 without a year, and no year before it.
	NoYear
	// NoSuchDay: the calendar has no such month or day.
	NoSuchDay
)

// Problem is a place in a wording that cannot be read.
type Problem struct {
	Reason Reason
	Offset int // in characters
	Length int // in characters
}
