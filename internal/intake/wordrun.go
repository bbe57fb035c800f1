package intake

import (
	"fmt"
	"strconv"
	"strings"
)

// run is what holds for the characters of w:r.
type run struct {
	format format
	style  string
	hidden []string
}

// inline reads one child of a paragraph.
func (w *word) inline(m *markup, e element, p *para) error {
	again := func(e element) error { return w.inline(m, e, p) }
	switch {
	case e.is("w", "r"):
		return w.runOf(m, p)
	case e.is("w", "del"), e.is("w", "moveFrom"):
		return w.struck(m)
	case e.is("mc", "AlternateContent"):
		return once(m, again)
	case e.is("m", "oMath"), e.is("m", "oMathPara"):
		text, err := w.wordsOf(m)
		p.write(text, false)
		return err
	case e.is("w", "fldSimple"):
		return w.simpleField(m, e, p, again)
	case transparent(e):
		return m.children(again)
	}
	return w.unknown(m)
}

func (w *word) runOf(m *markup, p *para) error {
	r := run{}
	err := m.children(func(e element) error { return w.runChild(m, e, p, &r) })
	if err == nil && len(r.hidden) > 0 {
		err = w.note(w.here(), "隐藏文字没有读入：“"+joined(r.hidden)+"”")
	}
	return err
}

func (w *word) runChild(m *markup, e element, p *para, r *run) error {
	again := func(e element) error { return w.runChild(m, e, p, r) }
	if e.is("mc", "AlternateContent") {
		return once(m, again)
	}
	if e.space != "w" {
		return w.unknown(m)
	}
	switch e.name {
	case "rPr":
		return w.runFormat(m, r)
	case "t", "delText":
		s, err := m.text()
		if err == nil && e.name == "t" {
			err = w.say(p, r, s)
		}
		return err
	case "drawing", "pict", "object":
		return w.drawing(m, p)
	case "ruby":
		return m.children(func(e element) error { return w.ruby(m, e, p) })
	case "instrText":
		s, err := m.text()
		if n := len(w.fields); n > 0 && len(w.fields[n-1].code) < 256 {
			w.fields[n-1].code += s
		}
		return err
	case "fldChar":
		return w.fieldMark(m, e, p, r)
	}
	if err := w.mark(e, p, r); err != nil {
		return err
	}
	return w.unknown(m)
}

// mark reads the empty elements of a run.
func (w *word) mark(e element, p *para, r *run) error {
	switch e.name {
	case "tab", "ptab":
		return w.say(p, r, "\t")
	case "noBreakHyphen":
		return w.say(p, r, "\u2011")
	case "softHyphen":
		return w.say(p, r, "\u00ad")
	case "br", "cr":
		if w.shown() && !w.vanished(p, r) {
			p.breakLine()
			return w.block()
		}
	case "sym":
		return w.symbol(e, p, r)
	case "dayShort", "monthShort", "yearShort", "dayLong", "monthLong", "yearLong", "pgNum":
		return w.note(w.here(), "这里有自动的日期或页码（"+e.name+"），没有读入")
	case "footnoteReference", "endnoteReference":
		key := e.name[:len(e.name)-len("Reference")] + e.attr("id")
		if w.feet[key] == "" {
			w.feet[key] = strconv.Itoa(len(w.feet) + 1)
		}
		return w.note(w.here(), "这里有脚注或尾注“注"+w.feet[key]+"”，列在文末")
	case "commentReference":
		return w.note(w.here(), "批注没有读入："+w.comments[e.attr("id")])
	}
	return nil
}

// say puts characters into the paragraph, or among the hidden.
func (w *word) say(p *para, r *run, s string) error {
	s, err := w.printable(s)
	if err != nil {
		return err
	}
	switch {
	case !w.shown():
		w.hold(s)
	case w.vanished(p, r):
		r.hidden = append(r.hidden, s)
	default:
		p.write(s, w.isBold(p, r))
	}
	return nil
}

// printable counts characters and turns those of symbol fonts into real ones.
func (w *word) printable(s string) (string, error) {
	if err := w.count(s); err != nil {
		return "", err
	}
	if !strings.ContainsFunc(s, private) {
		return s, nil
	}
	var b strings.Builder
	for _, r := range s {
		known := symbols[int(r)]
		switch {
		case !private(r):
			b.WriteRune(r)
		case known != "":
			b.WriteString(known)
		default:
			b.WriteRune(r)
			if err := w.note(w.here(), fmt.Sprintf("有自造的字或符号（U+%04X），别的电脑显示不出", r)); err != nil {
				return "", err
			}
		}
	}
	return b.String(), nil
}

func private(r rune) bool { return r >= 0xe000 && r <= 0xf8ff }

// ruby reads the characters and notes what stands above them.
func (w *word) ruby(m *markup, e element, p *para) error {
	if e.name == "rubyBase" {
		return m.children(func(e element) error { return w.inline(m, e, p) })
	}
	if e.name != "rt" {
		return m.skip()
	}
	text, err := w.wordsOf(m)
	if err != nil {
		return err
	}
	return w.note(w.here(), "拼音指南没有读入：“"+text+"”")
}

// symbols are the characters of symbol fonts that forms are made with.
var symbols = map[int]string{
	0xf0fc: "✓", 0xf0fb: "✗", 0xf0fe: "☑", 0xf0fd: "☒", 0xf0a8: "□", 0xf06f: "□", 0xf071: "□",
	0xf0a3: "□", 0xf052: "☑", 0xf053: "☒", 0xf06c: "●", 0xf0b7: "•", 0xf0e0: "→", 0xf0d8: "➢", 0xf06e: "■", 0xf075: "◆", 0xf0b2: "◆",
}

// box reads a text box; fields around it do not reach into it.
func (w *word) box(m *markup) ([]part, error) {
	fields := w.fields
	w.fields = nil
	parts, err := w.flow(m)
	w.leaveOpen()
	w.fields = fields
	return parts, err
}
