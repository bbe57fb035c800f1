package recognise

import (
	"fmt"
	"slices"
	"strings"

	"hongtou/internal/manuscript"
)

// Account proves anew that nothing was lost: every character of the
// manuscripts stands in the draft or in one of the report's lists, and every
// character of the draft is the one of its place or the change is listed. The
// error names the first that does not.
func Account(ms []manuscript.Manuscript, d Draft, rep Report) error {
	if rep.Sum.Total() != rep.Characters || rep.Sum.Placed != rep.Placed {
		return fmt.Errorf("来源%d字，分项合计%d字", rep.Characters, rep.Sum.Total())
	}
	a := accounts{ms: ms, seen: map[Source][]bool{}, change: map[Source]map[int]string{}, lines: map[Source][]rune{}}
	for _, list := range [][]Correction{rep.Restored, rep.Corrected} {
		for _, c := range list {
			if c.To-c.From == 1 && c.New != "" {
				if a.change[c.Source] == nil {
					a.change[c.Source] = map[int]string{}
				}
				a.change[c.Source][c.From] = c.New
			}
			if c.New == "" {
				a.cover(c.Span)
			}
		}
	}
	for _, l := range slices.Concat(rep.Unplaced, rep.Structure) {
		if got := a.words(l.Span); got != l.Text {
			return fmt.Errorf("第%d块列出的“%s”与原文“%s”不同", l.Block, l.Text, got)
		}
		a.cover(l.Span)
	}
	for _, s := range rep.Blank {
		a.cover(s)
	}
	for _, t := range d.Texts() {
		for _, run := range t.Runs {
			if err := a.run(run); err != nil {
				return err
			}
		}
	}
	return a.complete()
}

type accounts struct {
	ms     []manuscript.Manuscript
	seen   map[Source][]bool
	change map[Source]map[int]string
	lines  map[Source][]rune
}

func (a *accounts) line(s Source) []rune {
	if l, ok := a.lines[s]; ok {
		return l
	}
	b := a.ms[s.File].Blocks[s.Block]
	text := b.Number + b.Text
	if s.Row >= 0 {
		text = b.Rows[s.Row][s.Cell].Text[s.Paragraph]
	}
	a.lines[s] = []rune(text)
	return a.lines[s]
}

func (a *accounts) words(s Span) string { return string(a.line(s.Source)[s.From:s.To]) }

func (a *accounts) cover(s Span) {
	if a.seen[s.Source] == nil {
		a.seen[s.Source] = make([]bool, len(a.line(s.Source)))
	}
	for i := s.From; i < s.To; i++ {
		a.seen[s.Source][i] = true
	}
}

// run compares a piece of the draft with its place.
func (a *accounts) run(r Run) error {
	if r.Span.From == r.Span.To {
		return nil
	}
	orig, got := a.line(r.Span.Source)[r.Span.From:r.Span.To], []rune(r.Words)
	if len(orig) != len(got) {
		return fmt.Errorf("“%s”与原文“%s”长短不同", r.Words, string(orig))
	}
	for i, c := range got {
		if c != orig[i] && a.change[r.Span.Source][r.Span.From+i] != string(c) {
			return fmt.Errorf("“%s”中的“%c”原文是“%c”，没有列出", r.Words, c, orig[i])
		}
	}
	a.cover(r.Span)
	return nil
}

func (a *accounts) complete() error {
	for f, m := range a.ms {
		for b, block := range m.Blocks {
			if block.Rows == nil {
				if err := a.whole(Source{f, b, -1, -1, -1}); err != nil {
					return err
				}
			}
			for i, row := range block.Rows {
				for j, c := range row {
					for p := range c.Text {
						if err := a.whole(Source{f, b, i, j, p}); err != nil {
							return err
						}
					}
				}
			}
		}
	}
	return nil
}

func (a *accounts) whole(s Source) error {
	line, seen := a.line(s), a.seen[s]
	for i := range line {
		if i >= len(seen) || !seen[i] {
			return fmt.Errorf("“%s”第%d块第%d个字“%c”丢失", a.ms[s.File].Name, s.Block+1, i+1, line[i])
		}
	}
	return nil
}

// Texts gives all texts of a draft.
func (d Draft) Texts() []Text {
	out := d.Notice.texts()
	out = append(out, d.Web.Source, d.Web.Published, d.Plan.Title)
	out = append(append(out, d.Plan.Body...), d.Plan.Attachments...)
	out = append(out, d.Annex.Mark, d.Annex.Title)
	for _, p := range d.Annex.Parts {
		out = append(out, p.Heading)
		for _, it := range p.Items {
			out = append(append(out, it.Problem...), it.Remarks...)
			for _, as := range it.Aspects {
				out = append(out, as.Problem...)
				for _, f := range as.Fields {
					out = append(append(out, f.Label, f.Value), f.Paragraphs...)
				}
			}
		}
	}
	for _, a := range d.Amendments {
		out = append(append(out, a.Notice.texts()...), a.Web.Source, a.Web.Published)
	}
	return out
}

func (n Notice) texts() []Text {
	out := []Text{n.Masthead, n.Number, n.Title, n.Recipients, n.Date, n.Note}
	return slices.Concat(out, n.Body, n.Signature, n.Imprint)
}

// String is the text, for messages.
func (t Text) String() string { return strings.TrimSpace(t.Value()) }
