package exchange

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"hongtou/internal/dossier"
)

// Edit changes values in a source file and nothing else: comments, blank
// lines, marks, line ends and a byte order mark stay byte for byte. All changes
// must be of this file, as it was when they were found. kept tells in Chinese
// of marks that could not stay.
func Edit(file []byte, changes []Change) (edited []byte, lost []string, err error) {
	e := newEditor(file)
	for _, c := range changes {
		if c.Column == ShortColumn {
			err = e.short(c)
		} else {
			err = e.paragraphs(c)
		}
		if err != nil {
			return nil, nil, fmt.Errorf("%s：%w", c.Label, err)
		}
	}
	return e.bytes(), e.lost, nil
}

// line is a line of the file with all that happens to it.
type line struct {
	text, end     string
	before, after []string // new paragraphs
	deleted       bool
}

type editor struct {
	bom   string
	lines []line
	end   string // of lines that are added
	lost  []string
}

const byteOrderMark = "\uFEFF"

func newEditor(file []byte) *editor {
	e := &editor{end: "\n"}
	if rest, ok := bytes.CutPrefix(file, []byte(byteOrderMark)); ok {
		e.bom, file = byteOrderMark, rest
	}
	for text := range strings.SplitAfterSeq(string(file), "\n") {
		if text == "" {
			break
		}
		l := line{text: strings.TrimSuffix(text, "\n")}
		if trimmed := strings.TrimSuffix(l.text, "\r"); l.text != text {
			l.text = trimmed
		}
		l.end = text[len(l.text):]
		e.lines = append(e.lines, l)
	}
	if len(e.lines) > 0 && e.lines[0].end != "" {
		e.end = e.lines[0].end
	}
	return e
}

func (e *editor) at(t dossier.Text) (*line, error) {
	if t.At.Line < 1 || t.At.Line > len(e.lines) {
		return nil, fmt.Errorf("源文件已经改动：没有第%d行", t.At.Line)
	}
	l := &e.lines[t.At.Line-1]
	if raw, ok := cutRunes(l.text, t.At.Column-1); !ok || printed(raw, t) != t.Value {
		return nil, fmt.Errorf("源文件第%d行已经改动", t.At.Line)
	}
	return l, nil
}

// paragraphs brings the old paragraphs to the new ones: what is the same stays,
// what differs is edited in its line, the rest is added or taken away.
func (e *editor) paragraphs(c Change) error {
	for _, t := range c.Old {
		if _, err := e.at(t); err != nil {
			return err
		}
	}
	if len(c.Old) == 0 || len(c.New) == 0 {
		return fmt.Errorf("没有可以改动的段落")
	}
	steps := align(lines(c.Old), c.New, c.Old[0].At.Column > 1)
	last := c.Old[0] // the paragraph after which new ones stand
	first := true
	for _, s := range steps {
		switch {
		case s.old >= 0 && s.new >= 0:
			if c.Old[s.old].Value != c.New[s.new] {
				e.replace(c.Old[s.old], c.New[s.new])
			}
		case s.old >= 0:
			e.delete(c.Old[s.old])
		case first:
			l := &e.lines[c.Old[0].At.Line-1]
			l.before = append(l.before, c.New[s.new])
		default:
			l := &e.lines[last.At.Line-1]
			l.after = append(l.after, c.New[s.new])
		}
		if s.old >= 0 {
			last, first = c.Old[s.old], false
		}
	}
	return nil
}

func (e *editor) replace(t dossier.Text, words string) {
	l := &e.lines[t.At.Line-1]
	raw, _ := cutRunes(l.text, t.At.Column-1)
	text, lost := remark(t, words)
	for _, slip := range lost {
		e.lost = append(e.lost, fmt.Sprintf("第%d行：原文笔误“%s”的标记随文字去掉了", t.At.Line, slip))
	}
	l.text = strings.TrimSuffix(l.text, raw) + text
}

// delete takes a paragraph away, with the blank line after it; behind a label
// only the words.
func (e *editor) delete(t dossier.Text) {
	l := &e.lines[t.At.Line-1]
	if t.At.Column > 1 {
		raw, _ := cutRunes(l.text, t.At.Column-1)
		l.text = strings.TrimSuffix(l.text, raw)
		return
	}
	l.deleted = true
	i := t.At.Line                        // index of the next line
	if i >= len(e.lines) || !e.blank(i) { // the file's last paragraph
		for i -= 2; i > 0 && e.lines[i].deleted; i-- {
		}
	}
	if i >= 0 && e.blank(i) {
		e.lines[i].deleted = true
	}
}

func (e *editor) blank(i int) bool {
	l := e.lines[i]
	return !l.deleted && l.text == "" && len(l.before)+len(l.after) == 0
}

// endAsBefore carries a missing end of the last line over to the line that is last
// now.
func (e *editor) endAsBefore() {
	i := len(e.lines) - 1
	if i < 0 || !e.lines[i].deleted || e.lines[i].end != "" {
		return
	}
	for i > 0 && e.lines[i].deleted {
		i--
	}
	e.lines[i].end = ""
}

func (e *editor) bytes() []byte {
	e.endAsBefore()
	var b strings.Builder
	b.WriteString(e.bom)
	for _, l := range e.lines {
		for _, p := range l.before {
			b.WriteString(p + e.end + e.end)
		}
		if !l.deleted {
			b.WriteString(l.text)
		}
		for i, p := range l.after {
			if !l.deleted || i > 0 {
				b.WriteString(e.end + e.end)
			}
			b.WriteString(p)
		}
		if !l.deleted || len(l.after) > 0 {
			b.WriteString(l.end)
		}
	}
	return []byte(b.String())
}

// step pairs a paragraph of the old text with one of the new; -1 is none.
type step struct{ old, new int }

// align keeps equal paragraphs together (a longest common subsequence) and
// pairs what lies between them in order. fixed holds the first of both
// together: it stands behind a label and cannot be moved.
func align(old, new []string, fixed bool) []step {
	var out []step
	i, k := 0, 0
	if fixed && old[0] != new[0] {
		out, i, k = append(out, step{0, 0}), 1, 1
	}
	for _, common := range append(commonPairs(old[i:], new[k:], i, k), step{len(old), len(new)}) {
		for i < common.old && k < common.new {
			out, i, k = append(out, step{i, k}), i+1, k+1
		}
		for ; i < common.old; i++ {
			out = append(out, step{i, -1})
		}
		for ; k < common.new; k++ {
			out = append(out, step{-1, k})
		}
		if i < len(old) {
			out, i, k = append(out, common), i+1, k+1
		}
	}
	return out
}

// commonPairs is a longest common subsequence, its indexes shifted.
func commonPairs(old, new []string, di, dk int) []step {
	best := make([][]int, len(old)+1)
	for i := range best {
		best[i] = make([]int, len(new)+1)
	}
	for i := len(old) - 1; i >= 0; i-- {
		for k := len(new) - 1; k >= 0; k-- {
			best[i][k] = max(best[i+1][k], best[i][k+1])
			if old[i] == new[k] {
				best[i][k] = best[i+1][k+1] + 1
			}
		}
	}
	var out []step
	for i, k := 0, 0; i < len(old) && k < len(new); {
		switch {
		case old[i] == new[k]:
			out = append(out, step{i + di, k + dk})
			i, k = i+1, k+1
		case best[i+1][k] >= best[i][k+1]:
			i++
		default:
			k++
		}
	}
	return out
}

func cutRunes(s string, n int) (rest string, ok bool) {
	for ; n > 0; n-- {
		_, size := utf8.DecodeRuneInString(s)
		if size == 0 {
			return "", false
		}
		s = s[size:]
	}
	return s, true
}
