package intake

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// field is an open complex field (ISO/IEC 29500-1, 17.16.18).
type field struct {
	id      fieldID
	code    string
	choice  string // of a form field: the entry chosen, or its box
	results bool   // its results are being read, not its instruction
	held    string // text met in its instruction, which is not printed
	at      *para  // where it begins
	size    int    // of that paragraph then
}

// fieldID tells a field by the part and the byte its beginning stands at.
type fieldID struct {
	part   string
	offset int64
}

// shown is false within the instruction of a field.
func (w *word) shown() bool {
	for _, f := range w.fields {
		if !f.results {
			return false
		}
	}
	return true
}

// hold keeps text of an instruction, for the note at the field's end.
func (w *word) hold(s string) {
	for i := range w.fields {
		if f := &w.fields[i]; !f.results {
			f.held += s
			return
		}
	}
}

// leaveOpen remembers the fields that a flow has begun and not ended.
func (w *word) leaveOpen() {
	for _, f := range w.fields {
		w.open[f.id] = true
	}
	w.fields = nil
}

// fieldMark reads w:fldChar.
func (w *word) fieldMark(m *markup, e element, p *para, r *run) error {
	n := len(w.fields)
	id := fieldID{w.part, m.d.InputOffset()}
	choice, err := formChoice(m)
	if err != nil {
		return err
	}
	switch kind := e.attr("fldCharType"); {
	case kind == "begin" && w.unended[id]:
		return w.note(w.here(), "这里的域没有结束标记，后面的文字按正文读入，请核对")
	case kind == "begin":
		if n >= w.limits.Depth {
			return tooDeep()
		}
		w.fields = append(w.fields, field{id: id, choice: choice, at: p, size: p.size()})
	case kind == "separate" && n > 0:
		w.fields[n-1].results = true
		p.toc = p.toc || w.inContents()
	case kind == "end" && n > 0:
		f := w.fields[n-1]
		w.fields = w.fields[:n-1]
		return w.fieldEnd(f, p, r)
	}
	return nil
}

// formChoice gives what the data of a form field say is chosen.
func formChoice(m *markup) (string, error) {
	var entries []string
	chosen, box := 0, ""
	var walk func(element) error
	walk = func(e element) error {
		switch e.name {
		case "listEntry":
			if len(entries) < 1000 {
				entries = append(entries, e.attr("val"))
			}
		case "default", "result":
			if n, err := strconv.Atoi(e.attr("val")); err == nil && (e.name == "result" || chosen == 0) {
				chosen = n
			}
			if e.name == "default" && box == "□" && *onOff(e) {
				box = "☑"
			}
		case "checkBox":
			box = "□"
		case "checked":
			box = "□"
			if *onOff(e) {
				box = "☑"
			}
		}
		return m.children(walk)
	}
	err := m.children(walk)
	if chosen >= 0 && chosen < len(entries) {
		return entries[chosen], err
	}
	return box, err
}

// fieldEnd prints what Word prints of a field without results, and notes what
// cannot be told.
func (w *word) fieldEnd(f field, p *para, r *run) error {
	if strings.TrimSpace(f.held) != "" && w.shown() {
		if err := w.note(w.here(), "域的指令里的文字没有读入：“"+f.held+"”"); err != nil {
			return err
		}
	} else {
		w.hold(f.held)
	}
	if f.at != p || f.size != p.size() || !w.shown() {
		return nil
	}
	return w.fieldCode(f.code, f.choice, p, r)
}

// simpleField reads w:fldSimple: its results, or what its instruction prints.
func (w *word) simpleField(m *markup, e element, p *para, again func(element) error) error {
	before := p.size()
	if err := m.children(again); err != nil || p.size() != before || !w.shown() {
		return err
	}
	return w.fieldCode(e.attr("instr"), "", p, &run{})
}

// silent fields print nothing by themselves.
var silent = words("XE TC TA RD SET ASK PRIVATE COMMENTS BOOKMARK TOC INDEX HYPERLINK REF PAGEREF FORMTEXT ADDIN ADVANCE MERGEFIELD NEXT PRINT")

// fieldCode prints a field of which there is only the instruction.
func (w *word) fieldCode(code, choice string, p *para, r *run) error {
	code = strings.TrimSpace(code)
	if err := w.count(code + choice); err != nil {
		return err
	}
	kind, _, _ := strings.Cut(code, " ")
	switch kind = strings.ToUpper(kind); {
	case choice != "":
		return w.say(p, r, choice)
	case code == "" || silent[kind]:
		return nil
	}
	ring := overlaid.FindStringSubmatch(code)
	if ring == nil {
		return w.note(w.here(), "域“"+code+"”没有读入，它印出来的字请自己补上")
	}
	text := strings.TrimSpace(ring[2])
	if c := encircled(strings.TrimSpace(ring[1]), text); c != "" {
		return w.say(p, r, c)
	}
	if err := w.say(p, r, text); err != nil {
		return err
	}
	return w.note(w.here(), "带圈或叠印的字（"+ring[1]+"与“"+text+"”）只读入“"+text+"”")
}

// overlaid is the instruction of 带圈字符: one character over another.
var overlaid = regexp.MustCompile(`(?i)^eq\s*\\o\s*(?:\\a[lcr]\s*)?\(\s*([^,，;；]+)[,，;；](.*)\)\s*$`)

var ringedWords = strings.NewReplacer(
	"一", "㊀", "二", "㊁", "三", "㊂", "四", "㊃", "五", "㊄", "六", "㊅", "七", "㊆", "八", "㊇", "九", "㊈", "十", "㊉",
	"上", "㊤", "中", "㊥", "下", "㊦", "左", "㊧", "右", "㊨", "正", "㊣", "印", "㊞", "秘", "㊙", "注", "㊟",
)

// encircled gives the character that is a text in a ring; "" when there is none.
func encircled(ring, text string) string {
	if !slices.Contains([]string{"○", "〇", "◯", "O", "o"}, ring) {
		return ""
	}
	if n, err := strconv.Atoi(text); err == nil {
		switch {
		case n == 0:
			return "⓪"
		case n >= 1 && n <= 20:
			return string(rune('①' + n - 1))
		case n >= 21 && n <= 35:
			return string(rune('㉑' + n - 21))
		case n >= 36 && n <= 50:
			return string(rune('㊱' + n - 36))
		}
		return ""
	}
	if len(text) == 1 && text[0] >= 'A' && text[0] <= 'Z' {
		return string(rune('Ⓐ' + rune(text[0]-'A')))
	}
	if len(text) == 1 && text[0] >= 'a' && text[0] <= 'z' {
		return string(rune('ⓐ' + rune(text[0]-'a')))
	}
	if c := ringedWords.Replace(text); c != text && len([]rune(c)) == 1 {
		return c
	}
	return ""
}
