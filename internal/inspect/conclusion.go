package inspect

import (
	"fmt"

	"hongtou/internal/norm"
)

// Conclusion says in one word how far a file keeps the standard; it is the code
// in JSON.
type Conclusion string

// The conclusions.
const (
	Held         Conclusion = "holds"         // no clause of strength 应 or 一般 fails
	Failed       Conclusion = "fails"         // one does
	Undecided    Conclusion = "undecided"     // next to nothing could be judged: a scan
	NotInspected Conclusion = "not-inspected" // the file could not be measured
)

// The forms of files whose form cannot be told.
const (
	scannedForm = "未能认出（扫描件）"
	muteForm    = "未能认出（没有可以读的文字）"
	otherForm   = "其他文稿" // the word of package elements for a paper without a red head
)

// askForSource is what to do with a file of which nothing can be judged.
const askForSource = "向来文单位索取原始PDF或Word导出的PDF再查"

// Conclusion weighs all clauses of a file. A failure outweighs what could not be
// judged: a scan on the wrong paper does not hold.
func (f File) Conclusion() Conclusion {
	switch {
	case f.Problem != nil:
		return NotInspected
	case f.Summary().Binding > 0:
		return Failed
	case f.mute():
		return Undecided
	}
	return Held
}

// mute says whether next to nothing could be judged of what needs text: less
// than a tenth of what the file leaves open. Size and fonts are measured even of
// a picture.
func (f File) mute() bool {
	judged, open := 0, 0
	for _, r := range f.Rows {
		switch {
		case r.Result.Verdict == norm.Unproven:
			open++
		case r.Clause.ID == "5.1" || r.Clause.ID == norm.Own:
		case r.Result.Verdict != norm.Absent:
			judged++
		}
	}
	return judged*10 < open
}

// measured are the rows with a verdict of yes or no.
func (f File) measured() []Row {
	var out []Row
	for _, r := range f.Rows {
		if r.Result.Verdict == norm.Holds || r.Result.Verdict == norm.Fails {
			out = append(out, r)
		}
	}
	return out
}

// word is the conclusion in a word, and the class of style sheets.
func (f File) word() (word, class string) {
	s := f.Summary()
	switch f.Conclusion() {
	case NotInspected:
		return "未能检查", "fails"
	case Failed:
		return "不合", "fails"
	case Undecided:
		return "未能裁定", "undecided"
	}
	switch {
	case s.Fails > 0:
		return "基本相合", "unprovable"
	case s.Holds == 0:
		return "没有可以裁定的条款", "unprovable"
	}
	return "相合", "holds"
}

// sentence says in one line how far a file keeps the standard, and of which sort
// that is: good, note, open or bad.
func (f File) sentence() (words, class string) {
	s := f.Summary()
	switch f.Conclusion() {
	case NotInspected:
		return "未能检查", "bad"
	case Failed:
		return fmt.Sprintf("不合：%d项条款不合，其中“应”“一般”%d项", s.Fails, s.Binding), "bad"
	case Undecided:
		if f.Form == scannedForm {
			return "未能裁定（扫描件）：各页都是扫描图片，没有文字可量", "open"
		}
		return "未能裁定：文件中几乎没有可以量的文字", "open"
	}
	switch {
	case s.Fails > 0:
		return fmt.Sprintf("基本相合：“应”“一般”的条款没有不合，其他条款不合%d项", s.Fails), "note"
	case s.Holds == 0:
		return "没有可以裁定的条款", "note"
	case f.Form == otherForm:
		return fmt.Sprintf("查得%d项都合（不是红头公文）", s.Holds), "good"
	}
	return fmt.Sprintf("相合：可以裁定的%d项条款都合", s.Holds), "good"
}

// Tally counts files by conclusion.
type Tally struct{ Held, Failed, Undecided, NotInspected int }

// Tally counts.
func (r Report) Tally() Tally {
	var t Tally
	for _, f := range r.Files {
		switch f.Conclusion() {
		case Held:
			t.Held++
		case Failed:
			t.Failed++
		case Undecided:
			t.Undecided++
		case NotInspected:
			t.NotInspected++
		}
	}
	return t
}

// String is the tally in words; those that are undecided are only named where
// there are some.
func (t Tally) String() string {
	open := ""
	if t.Undecided > 0 {
		open = fmt.Sprintf("，未能裁定（扫描件）%d 个", t.Undecided)
	}
	return fmt.Sprintf("相合 %d 个，不合 %d 个%s，未能检查 %d 个", t.Held, t.Failed, open, t.NotInspected)
}
