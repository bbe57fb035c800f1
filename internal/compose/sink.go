package compose

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"hongtou/internal/diag"
)

// The private characters of composition. Content and templates may not
// contain them, so nothing but put and guard can write one.
const (
	tokenOpen  = '\uE000' // before the number of a put value
	tokenClose = '\uE001' // after it
	markOpen   = '\uE002' // before the place in a template: file number, colon, line
	markClose  = '\uE003' // after it
)

// place is a line of a template: without pointers and a quarter of the size of
// a Position, as every line that is written has one.
type place struct {
	file int32 // its number, from 1; 0 is no place
	line int32
}

var errBadPlace = errors.New("模板输出中有私用区字符")

// sink takes what a template writes. It takes the marks out and remembers
// which template line wrote each output line; it stops a template that writes
// or runs without end, because every loop of a guarded template writes a mark.
type sink struct {
	weigher
	out   strings.Builder
	files []string // names by file number
	here  place
	lines []place // of each line of out that has begun
	begun bool    // whether the current line has its place
	steps int
}

// Write implements io.Writer.
func (s *sink) Write(p []byte) (int, error) {
	if s.steps++; !s.allows(s.steps, maxSteps, stepsPerValue) {
		return 0, s.errTooMany()
	}
	rest := string(p)
	for rest != "" {
		i := strings.IndexRune(rest, markOpen)
		if i < 0 {
			i = len(rest)
		}
		if err := s.text(rest[:i]); err != nil {
			return 0, err
		}
		if rest = rest[i:]; rest == "" {
			break
		}
		var err error
		if rest, err = s.mark(rest); err != nil {
			return 0, err
		}
	}
	return len(p), nil
}

func (s *sink) text(t string) error {
	if !s.allows(s.out.Len()+len(t), maxOutput, outputPerValue) {
		return s.errTooLong()
	}
	for line := range strings.Lines(t) {
		if !s.begun {
			s.lines = append(s.lines, s.here)
		}
		if !s.allows(len(s.lines), maxLines, linesPerValue) {
			return s.errLines()
		}
		s.begun = !strings.HasSuffix(line, "\n")
	}
	s.out.WriteString(t)
	return nil
}

// mark reads the mark at the start of t and gives what follows it.
func (s *sink) mark(t string) (rest string, err error) {
	where, rest, closed := strings.Cut(strings.TrimPrefix(t, string(markOpen)), string(markClose))
	file, line, split := strings.Cut(where, ":")
	f, errFile := strconv.Atoi(file)
	n, errLine := strconv.Atoi(line)
	if !closed || !split || errFile != nil || errLine != nil || f < 0 || f >= len(s.files) || n < 0 || n > math.MaxInt32 {
		return "", errBadPlace
	}
	s.here = place{int32(f + 1), int32(n)}
	return rest, nil
}

func markText(file, line int) string {
	return string(markOpen) + strconv.Itoa(file) + ":" + strconv.Itoa(line) + string(markClose)
}

// placeOf gives the template line that wrote a line of the output, counted
// from 1. Columns of the output mean nothing in the template.
func (s *sink) placeOf(line int) diag.Position {
	if len(s.lines) == 0 {
		return s.position(s.here)
	}
	return s.position(s.lines[min(max(line, 1), len(s.lines))-1])
}

func (s *sink) position(p place) diag.Position {
	if p.file == 0 {
		return diag.Position{}
	}
	return diag.Position{File: s.files[p.file-1], Line: int(p.line), Column: 1}
}
