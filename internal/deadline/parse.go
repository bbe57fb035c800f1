package deadline

import (
	"strings"
)

// longestWording bounds the work on a hostile value.
const longestWording = 20000

// Parse reads a wording. Problems is empty when all of it was understood; the
// stages that were understood are given in any case.
func Parse(value string) (Deadline, []Problem) {
	rs := []rune(value)
	p := &parser{rs: rs, plain: outside(rs)}
	if len(rs) <= longestWording {
		p.sentences()
	}
	if len(p.stages) == 0 && len(p.problems) == 0 {
		p.problems = []Problem{{Reason: NoTime, Length: len(rs)}}
	}
	return Deadline{p.stages}, p.problems
}

// parser reads clause by clause.
type parser struct {
	rs    []rune
	plain []rune // rs with everything inside brackets and title marks blanked: years in there set no time
	year  int    // of the last date read; 11月底前 after 2020年10月底前 means that year

	condition []string // clauses of this sentence that set no time themselves
	stages    []Stage
	problems  []Problem
}

func (p *parser) sentences() {
	from := 0
	for i := 0; i <= len(p.plain); i++ {
		if i < len(p.plain) && !strings.ContainsRune("，,。；;", p.plain[i]) {
			continue
		}
		p.clause(from, i)
		if i < len(p.plain) && strings.ContainsRune("。；;", p.plain[i]) {
			p.condition = nil
		}
		from = i + 1
	}
}

// clause reads the characters from..to, which hold no comma.
func (p *parser) clause(from, to int) {
	words := strings.TrimSpace(string(p.rs[from:to]))
	switch {
	case words == "":
	case p.dates(from, to):
	case isStanding(words):
		p.standing(from, to)
	case p.now(from, to):
	case isDone(words):
		p.add(Stage{Kind: Done}, from, from, to)
	case isEvent(words):
		p.add(Stage{Kind: Event}, from, from, to)
	default:
		p.condition = append(p.condition, words)
	}
}

// dates reads every date of the clause and says whether there was one.
func (p *parser) dates(from, to int) bool {
	found, start := false, from
	for i := from; i < to; {
		t, n := p.time(i, to)
		if n == 0 {
			i++
			continue
		}
		found = true
		if t.reason >= 0 {
			p.problems = append(p.problems, Problem{Reason: t.reason, Offset: i, Length: n})
		} else {
			p.addTime(t, start, i, i+n, to)
		}
		// What follows a date is its task; it is no condition of the next date.
		i += n
		start = to
	}
	return found
}

func (p *parser) addTime(t moment, start, from, end, to int) {
	s := Stage{Kind: Dated, By: t.day, Ambiguous: t.ambiguous}
	switch {
	case t.starts:
		s = Stage{Kind: Standing, From: t.day}
	case isDone(string(p.rs[min(start, from):to])):
		s.Kind = Done
	}
	p.add(s, start, from, end)
}

// add stores a stage whose time stands at from..end; what stands before it
// since start, and the clauses before, say what it holds for.
func (p *parser) add(s Stage, start, from, end int) {
	before := ""
	if start < from {
		before = trimLead(string(p.rs[start:from]))
	}
	if before != "" {
		p.condition = append(p.condition, before)
	}
	s.Condition = strings.Join(p.condition, "，")
	p.condition = nil
	s.Words, s.Offset, s.Length = string(p.rs[from:end]), from, end-from
	p.stages = append(p.stages, s)
}

// now reads 立行立改 and the like, and says whether the clause has it.
func (p *parser) now(from, to int) bool {
	i, j, ok := atOnce(string(p.rs[from:to]))
	if ok {
		p.add(Stage{Kind: AtOnce}, from, from+i, from+j)
	}
	return ok
}

// standing adds a standing clause; several in a row are one stage.
func (p *parser) standing(from, to int) {
	if n := len(p.stages); n > 0 && len(p.condition) == 0 {
		last := &p.stages[n-1]
		if end := last.Offset + last.Length; last.Kind == Standing && last.From.Year == 0 && end+1 == from {
			last.Length = to - last.Offset
			last.Words = string(p.rs[last.Offset:to])
			return
		}
	}
	p.add(Stage{Kind: Standing}, from, from, to)
}

// outside blanks what stands inside brackets, title marks and quotes, so that
// neither the years nor the commas in there are read.
func outside(rs []rune) []rune {
	out := make([]rune, len(rs))
	depth := 0
	for i, r := range rs {
		switch {
		case strings.ContainsRune("《（〔“(", r):
			depth++
		case strings.ContainsRune("》）〕”)", r):
			depth = max(depth-1, 0)
		case depth == 0:
			out[i] = r
		}
	}
	return out
}
