package compose

import (
	"fmt"
	"slices"
	"testing"
	"unicode/utf8"

	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
)

// The printed text of a document is told twice, by what the dossier says and
// by what the tree holds, paragraph by paragraph; the two must be equal.

func printedLetter(n dossier.Notice) []string {
	var out []string
	word := ""
	if n.Masthead.WithWord {
		word = "文件"
	}
	if len(n.Masthead.Organs) > 0 {
		out = append(append(out, values(n.Masthead.Organs)...), word)
	}
	out = append(out, n.DocNumber.Value, n.Title.Value, n.Recipients.Value)
	for _, p := range n.Body {
		out = append(out, p.Text.Value)
	}
	return append(append(out, values(n.Signature)...), n.Date.Value)
}

func printedPlan(p dossier.Plan) []string {
	out := []string{p.Title.Value}
	for _, b := range p.Body {
		out = append(out, b.Text.Value)
	}
	return append(out, p.AttachmentNote.Value)
}

func printedAnnex(a dossier.Annex) []string {
	out := []string{a.Mark.Value, a.Title.Value}
	for _, p := range a.Parts {
		out = append(out, p.Heading.Text.Value)
		for _, i := range p.Items {
			out = append(append(out, values(i.Problem)...), values(i.Remarks)...)
			for _, aspect := range i.Aspects {
				out = append(out, values(aspect.Problem)...)
				for _, f := range aspect.Fields {
					out = append(out, printedField(f)...)
				}
			}
		}
	}
	return out
}

func printedField(f dossier.Field) []string {
	head, rest := f.Label.Value+"：", []string(nil)
	if f.OwnLine {
		rest = append(rest, f.Value.Value)
	} else {
		head += f.Value.Value
	}
	for _, m := range f.Measures {
		if m.RunIn {
			head += m.Text.Value
		} else {
			rest = append(rest, m.Text.Value)
		}
	}
	return append([]string{head}, rest...)
}

func treeText(d *doc.Document) []string {
	var out []string
	add := func(lines ...[]doc.Inline) {
		for _, l := range lines {
			out = append(out, doc.Plain(l))
		}
	}
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case doc.Masthead:
			add(append(slices.Clone(b.Organs), b.Word)...)
		case doc.DocNumber:
			add(b.Text)
		case doc.Title:
			add(slices.Concat(b.Lines...))
		case doc.Recipients:
			add(b.Text)
		case doc.Paragraph:
			if len(b.Text) == 0 || b.Text[0].Style != doc.Note { // the origin of a changed passage
				add(b.Text)
			}
		case doc.AttachmentNote:
			for _, e := range b.Entries {
				add(slices.Concat(e.Lead, e.Name))
			}
		case doc.Signature:
			add(append(slices.Clone(b.Organs), b.Date)...)
		case doc.AttachmentMark:
			add(b.Text)
		case doc.RedLine, doc.PageBreak, doc.Table:
		default:
			panic(fmt.Sprintf("no text known of %T", b))
		}
	}
	return out
}

// expected gives what the edition of a document says; comparisons are tested
// on their own.
func expected(m made) []string {
	issued := m.Document.Text.Issued
	switch m.Kind {
	case docset.Notice:
		return slices.Concat(printedLetter(issued.Notice), printedPlan(issued.Plan), printedAnnex(issued.Annex))
	case docset.Annex:
		return printedAnnex(m.Dossier.Annex)
	case docset.Amendment:
		return printedLetter(m.Amendment.Notice)
	case docset.Consolidated:
		return slices.Concat(printedPlan(m.Dossier.Plan), printedAnnex(m.Dossier.Annex))
	}
	return nil
}

func checkPrinted(t *testing.T, d *dossier.Dossier) {
	t.Helper()
	for _, m := range composeAll(t, d) {
		if m.Kind == docset.Comparison { // tested on their own
			continue
		}
		want, got := present(expected(m)), present(treeText(m.Composed.Document))
		if len(want) < 5 {
			t.Fatalf("%s: the edition says only %q", m.Kind, want)
		}
		for i := range max(len(want), len(got)) {
			if i >= len(want) || i >= len(got) || want[i] != got[i] {
				t.Errorf("%s of %s, paragraph %d:\nwant %q\n got %q", m.Kind, m.Edition, i, want[min(i, len(want)-1):min(i+2, len(want))], got[min(i, len(got)-1):min(i+2, len(got))])
				break
			}
		}
		if m.Workbook != nil {
			checkWorkbook(t, m.Dossier, m.Workbook)
		}
	}
}

// present leaves out what a dossier does not have.
func present(lines []string) []string {
	return slices.DeleteFunc(lines, func(l string) bool { return l == "" })
}

// checkWorkbook proves that every problem, remark, label and value stands in
// full in a cell of the first sheet.
func checkWorkbook(t *testing.T, d *dossier.Dossier, w *doc.Workbook) {
	t.Helper()
	there := map[string]bool{}
	for _, r := range append(slices.Clone(w.Sheets[0].Table.Head), w.Sheets[0].Table.Rows...) {
		for _, c := range r.Cells {
			for _, p := range c.Paragraphs {
				there[doc.Plain(p)] = true
			}
		}
	}
	labels := map[dossier.FieldKind]string{}
	need := func(field, words string) {
		if words != "" && !there[words] {
			t.Errorf("workbook lacks %s %q", field, words)
		}
	}
	for _, p := range d.Annex.Parts {
		need("part", p.Heading.Text.Value)
		for _, i := range p.Items {
			for _, s := range append(values(i.Problem), values(i.Remarks)...) {
				need(i.ID, s)
			}
			for _, a := range i.Aspects {
				for _, s := range values(a.Problem) {
					need(a.ID, s)
				}
				for _, f := range a.Fields {
					if labels[f.Kind] == "" {
						labels[f.Kind] = f.Label.Value
						need("label", f.Label.Value)
					}
					value := f.Value.Value
					if f.Label.Value != labels[f.Kind] {
						value = f.Label.Value + "：" + value
					}
					need(a.ID+" "+string(f.Kind), value)
					for _, m := range f.Measures {
						need(m.ID, m.Text.Value)
					}
				}
			}
		}
	}
}

func TestTextOfNeutralDossier(t *testing.T) {
	f := &fixture{say: plainly}
	checkPrinted(t, f.dossier())
}

func TestTextOfRealDossiers(t *testing.T) {
	ds := dossiers(t)
	for i := range ds {
		checkPrinted(t, &ds[i])
	}
}

// hostile are the values that some layer below would take for its own syntax.
var hostile = []string{
	"# 标题", "## 二", "{masthead}", "{label}", "{change item=06}", "```", "```table", "~~~", "| a | b |", "a|b", ": ", "- ", "-", "* x", "1. x", "1) x",
	"> 引", "---", "***", "___", "===", "    四格", "\t制表", "[a](b)", "![a](b)", "<b>x</b>", "<!-- x -->", "&lt;", "**粗**", "`x`", "\\", "\\n",
	"{{", "{{put .Title}}", "}}", "{{/* */}}", "一、甲", "（一）乙", "1.丙", "（1）丁", "第一项，戊", "整改目标：己", "：", "，", "。", "“", "\"", "'", "''",
	"!!null", "~", "null", "true", "&a", "*a", "@", "%", "key: value", "{a: b}", "[a, b]", "- - -", "? x", "|", ">", ">-", "|2", "0123", "1e3", "2021-03-04",
	"\u2028", "\u0085", "\ufeff", "\u00a0x\u00a0", "　全角", "尾 ", " 头", "\uE0000\uE001", "\uE000", "\uE0020:1\uE003", "\U000F0000", "é", "𠮷", "=1+1", "+1", "@x",
	"{sic=正}", "\x00", "\x07", "<nil>", "<no value>", "%!v", "{page-break}", "```page-break",
}

// TestValuesPrintLiterally makes every text of a dossier hostile, alone and
// around other words, and expects every document to hold exactly its text.
func TestValuesPrintLiterally(t *testing.T) {
	for _, h := range hostile {
		for _, say := range []func(string) string{
			func(string) string { return h },
			func(s string) string { return h + s },
			func(s string) string { return s + h },
			func(s string) string { return "（" + h + s + h + "）。" + h },
		} {
			f := &fixture{say: say}
			checkPrinted(t, f.dossier())
			if t.Failed() {
				t.Fatalf("with %q", h)
			}
		}
	}
}

func FuzzValuesPrintLiterally(f *testing.F) {
	for _, h := range hostile {
		f.Add(h)
	}
	f.Fuzz(func(t *testing.T, h string) {
		if !utf8.ValidString(h) {
			t.Skip("source refuses it")
		}
		fx := &fixture{say: func(s string) string { return h + s + h }}
		checkPrinted(t, fx.dossier())
	})
}
