package inspect

import (
	"fmt"
	"io"
	"strings"

	"hongtou/internal/norm"
)

// View says how a report is printed on a terminal.
type View struct {
	Columns   int  // width of the terminal; 0 for 100
	Colour    bool // mark verdicts by colour, too
	OnlyFails bool // leave out what holds, is absent or cannot be proven
	Brief     bool // of several files: nothing of those without findings, not all advice
	Full      bool // all clauses, also those that hold
	Gaps      bool // what no file can prove, in full
}

// printer writes a report with an error that is looked at once, in the end.
type printer struct {
	w    io.Writer
	err  error
	view View
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

// uncoloured takes colours out of a text, to measure it.
var uncoloured = strings.NewReplacer(redOn, "", yellowOn, "", greenOn, "", plainAgain, "")

// hang writes a text after a head, with further lines below its beginning.
func (p *printer) hang(head, text string) {
	indent := columns(uncoloured.Replace(head))
	for i, l := range wrap(text, max(20, p.view.Columns-indent)) {
		if i > 0 {
			head = strings.Repeat(" ", indent)
		}
		p.line("%s%s", head, l)
	}
}

// list writes names after a head, each whole on its line.
func (p *printer) list(head string, names []string) {
	indent := columns(head)
	for i, n := range names {
		if i+1 < len(names) {
			n += "、"
		}
		if columns(head)+columns(n) > p.view.Columns && columns(head) > indent {
			p.line("%s", head)
			head = strings.Repeat(" ", indent)
		}
		head += n
	}
	p.line("%s", head)
}

// WriteText prints a report for people.
func (r Report) WriteText(w io.Writer, v View) error {
	if v.Columns <= 0 {
		v.Columns = 100
	}
	p := &printer{w: w, view: v}
	for _, f := range r.Files {
		if v.Brief && !f.remarkable() {
			continue // its line in the table says it all
		}
		p.file(f)
		p.line("")
	}
	if len(r.Files) > 1 {
		p.total(r)
		p.line("")
	}
	p.gaps(r)
	return p.err
}

// remarkable says whether there is more to a file than counts.
func (f File) remarkable() bool {
	return f.Problem != nil || f.Conclusion() == Undecided || len(f.Notices) > 0 || f.Summary().Fails > 0 || len(f.Advice) > 0
}

func (p *printer) file(f File) {
	p.hang("", clean(f.Path))
	if f.Problem != nil {
		p.hang("  "+p.red("未能检查")+"：", f.Problem.Message)
		if f.Problem.Hint != "" {
			p.hang("  提示：", f.Problem.Hint)
		}
		return
	}
	p.hang("  ", f.head())
	words, class := f.sentence()
	p.hang("  ", p.colour(class, words))
	if f.Conclusion() == Undecided {
		p.undecided(f)
		return
	}
	for _, n := range f.Notices {
		p.hang("  注意：", n)
	}
	p.hang("  ", f.Summary().String())
	p.fails(f)
	if p.view.Full && !p.view.OnlyFails {
		p.clauses(f)
	}
	if !p.view.OnlyFails {
		p.advice(f)
	}
}

// undecided lists the little that could be measured, and says what to do.
func (p *printer) undecided(f File) {
	for _, r := range f.measured() {
		p.hang(fmt.Sprintf("  %s  %s  ", r.Result.Verdict, r.Clause.Name()), r.Result.Measured)
	}
	p.hang("  下一步：", askForSource)
}

// head says what file it is.
func (f File) head() string {
	parts := []string{fmt.Sprintf("%d页", f.Pages)}
	if f.Form != "" {
		parts = append(parts, f.Form)
	}
	if f.Producer != "" {
		parts = append(parts, "由 "+f.Producer+" 制作")
	}
	return strings.Join(parts, "，")
}

// String is the summary in one line.
func (s Summary) String() string {
	fails := fmt.Sprintf("不合 %d 项", s.Fails)
	if s.Fails > 0 {
		fails += fmt.Sprintf("（其中“应”“一般”%d 项）", s.Binding)
	}
	return fmt.Sprintf("合 %d 项，%s，不适用 %d 项，无法由文件证明 %d 项", s.Holds, fails, s.Absent, s.Unproven)
}

// fails lists what does not hold, in full.
func (p *printer) fails(f File) {
	all := f.findings()
	for i, r := range f.Fails() {
		if i == 0 {
			p.line("\n  不合：")
		}
		head := fmt.Sprintf("  %3s. ", all[i].label)
		p.hang(head, fmt.Sprintf("%s（%s）　%s", r.Clause.Name(), r.Clause.Strength, r.demand()))
		indent := strings.Repeat(" ", columns(head))
		p.hang(indent, "实测："+r.Result.Measured+onPages(all[i], f.everyPage(all[i])))
		if r.Result.Hint != "" {
			p.hang(indent, "怎么改："+r.Result.Hint)
		}
	}
}

// demand is what a clause asks for, with what is let pass.
func (r Row) demand() string {
	if r.Clause.Tolerance == "" {
		return r.Clause.Requirement
	}
	return r.Clause.Requirement + "（允差" + r.Clause.Tolerance + "）"
}

// onPages names the pages of a finding; every says that these are all.
func onPages(f finding, every bool) string {
	if len(f.pages) == 0 {
		return ""
	}
	if every {
		return "〔所有页，" + pageList(f.pages) + "〕"
	}
	return "〔" + pageList(f.pages) + "〕"
}

// clauses prints the table of all clauses that apply, and names the others.
func (p *printer) clauses(f File) {
	var absent []string
	for _, s := range grouped(f.Rows) {
		p.section(s)
		for _, r := range s.Rows {
			if r.Result.Verdict == norm.Absent {
				absent = append(absent, r.Clause.Name())
			}
		}
	}
	if len(absent) > 0 {
		p.line("")
		p.list("  不适用：", absent)
	}
}

// section prints the clauses of one part in columns: verdict, number and part,
// strength, what was measured.
func (p *printer) section(s Section) {
	verdict, name := 4, 0
	var rows []Row
	for _, r := range s.Rows {
		if r.Result.Verdict != norm.Absent {
			rows = append(rows, r)
			verdict, name = max(verdict, columns(string(r.Result.Verdict))), max(name, columns(r.Clause.Name()))
		}
	}
	if len(rows) == 0 {
		return
	}
	p.line("\n  %s", s.Name)
	for _, r := range rows {
		word := pad(string(r.Result.Verdict), verdict)
		if r.Result.Verdict == norm.Fails {
			word = p.red(word)
		}
		p.hang(fmt.Sprintf("    %s  %s  %s  ", word, pad(r.Clause.Name(), name), pad(string(r.Clause.Strength), 4)), r.Result.Measured)
	}
}

// mostAdvice is how much advice is read on a terminal when there are several
// files.
const mostAdvice = 10

func (p *printer) advice(f File) {
	for i, a := range f.Advice {
		switch {
		case i == 0:
			p.line("\n  对文字的建议 %d 条（不计入结论）：", len(f.Advice))
		case i == mostAdvice && p.view.Brief:
			p.line("    等，另 %d 条；单独检查这个文件可以看到全部", len(f.Advice)-i)
			return
		}
		p.hang(fmt.Sprintf("    第%d页  ", a.Page), "“"+a.Text+"”　"+a.Message+"〔"+a.Basis+"〕")
	}
}

// total prints one line for each file: conclusion, form, name, counts.
func (p *printer) total(r Report) {
	p.line("共 %d 个文件：%s", len(r.Files), r.Tally())
	widest, form := 0, 0
	for _, f := range r.Files {
		word, _ := f.word()
		widest, form = max(widest, columns(word)), max(form, columns(f.Form))
	}
	for _, f := range r.Files {
		word, class := f.word()
		if p.view.OnlyFails && f.Conclusion() == Held {
			continue
		}
		p.line("  %s  %s  %s%s", p.colour(class, pad(word, widest)), pad(f.Form, form), clean(f.Path), f.figures())
	}
}

// figures is what the table over several files counts of one.
func (f File) figures() string {
	s := f.Summary()
	switch {
	case f.Problem != nil || f.Conclusion() == Undecided:
		return ""
	case s.Fails == 0:
		return fmt.Sprintf("  合 %d 项", s.Holds)
	}
	return fmt.Sprintf("  合 %d 项，不合 %d 项（其中“应”“一般”%d 项）", s.Holds, s.Fails, s.Binding)
}

// gaps says what no file can prove.
func (p *printer) gaps(r Report) {
	all := norm.Gaps()
	if !p.view.Gaps {
		if t := r.Tally(); t.NotInspected == len(r.Files) { // there is nothing to add to
			return
		}
		p.line("纸张、印刷、装订和需要人判断的 %d 项，任何文件都不能证明；加 --gaps 列出", len(all))
		return
	}
	p.line("任何文件都不能证明的 %d 项：", len(all))
	widest := 0
	for _, g := range all {
		widest = max(widest, columns(g.ID))
	}
	for _, g := range all {
		p.hang("  "+pad(g.ID, widest)+"  ", g.What+"："+g.Why)
	}
}

// Colours of a terminal.
const (
	redOn      = "\x1b[31;1m"
	yellowOn   = "\x1b[33;1m"
	greenOn    = "\x1b[32m"
	plainAgain = "\x1b[0m"
)

// hues are the colours of conclusions by their classes.
var hues = map[string]string{
	"bad": redOn, "fails": redOn, "open": yellowOn, "undecided": yellowOn, "good": greenOn, "holds": greenOn,
}

func (p *printer) colour(class, s string) string {
	if !p.view.Colour || hues[class] == "" {
		return s
	}
	return hues[class] + s + plainAgain
}

func (p *printer) red(s string) string { return p.colour("fails", s) }
