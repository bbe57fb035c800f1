package intake

import (
	"fmt"
	"strings"

	"hongtou/internal/manuscript"
)

// flow reads the paragraphs and tables of the opened element.
func (w *word) flow(m *markup) ([]part, error) {
	outer := w.carry
	w.carry = nil
	var parts []part
	err := m.children(func(e element) error { return w.flowChild(m, e, &parts) })
	if err == nil && w.carry != nil {
		err = w.finish(w.carry, &parts)
	}
	w.carry = outer
	return parts, err
}

func (w *word) flowChild(m *markup, e element, parts *[]part) error {
	again := func(e element) error { return w.flowChild(m, e, parts) }
	switch {
	case e.is("w", "p"):
		return w.paragraphOf(m, parts)
	case e.is("w", "tbl"):
		return w.tableOf(m, parts)
	case e.is("w", "altChunk"):
		if err := w.note(w.here(), "这里嵌入了另一个文件，里面的文字没有读入"); err != nil {
			return err
		}
		return m.skip()
	case e.is("mc", "AlternateContent"):
		return once(m, again)
	case transparent(e):
		return m.children(again)
	case e.is("w", "del"), e.is("w", "moveFrom"):
		return w.struck(m)
	case e.is("m", "oMathPara"), e.is("m", "oMath"):
		return w.mathParagraph(m, parts)
	}
	return w.unknown(m)
}

// unknown passes over an element and notes the text in it.
func (w *word) unknown(m *markup) error {
	text, err := w.wordsOf(m)
	if err != nil || strings.TrimSpace(text) == "" {
		return err
	}
	return w.note(w.here(), "认不出的标记里的文字没有读入：“"+text+"”")
}

// transparent are the elements that only wrap what is printed.
func transparent(e element) bool {
	if e.space != "w" {
		return e.space == "mc"
	}
	switch e.name {
	case "sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple", "dir", "bdo", "rubyBase":
		return true
	}
	return false
}

// once reads one of the alternatives that say the same.
func once(m *markup, f func(element) error) error {
	done := false
	return m.children(func(e element) error {
		if done {
			return m.skip()
		}
		done = true
		return m.children(f)
	})
}

func (w *word) here() manuscript.Place { return manuscript.Place{Line: max(w.line, 1)} }

// struck notes text that a tracked change takes away.
func (w *word) struck(m *markup) error {
	text, err := w.wordsOf(m)
	if err != nil || text == "" {
		return err
	}
	return w.note(w.here(), "修订中删去的文字没有读入：“"+text+"”")
}

// wordsOf gives all characters of runs below the opened element.
func (w *word) wordsOf(m *markup) (string, error) {
	text := ""
	var walk func(element) error
	walk = func(e element) error {
		if e.space == "w" && (e.name == "t" || e.name == "delText") || e.is("m", "t") {
			s, err := m.text()
			text += s
			if err == nil {
				err = w.count(s)
			}
			return err
		}
		return m.children(walk)
	}
	err := m.children(walk)
	return text, err
}

func (w *word) mathParagraph(m *markup, parts *[]part) error {
	text, err := w.wordsOf(m)
	if err != nil {
		return err
	}
	p := newPara()
	p.write(text, false)
	return w.finish(p, parts)
}

// deeper runs f inside one more table or box.
func (w *word) deeper(f func() error) error {
	w.boxes++
	defer func() { w.boxes-- }()
	if w.boxes > w.limits.Depth {
		return tooMuch(fmt.Sprintf("表格或文本框嵌套超过%d层", w.limits.Depth))
	}
	return f()
}
