package recognise_test

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"hongtou/internal/amend"
	"hongtou/internal/check"
	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/load"
	"hongtou/internal/manuscript"
	"hongtou/internal/recognise"
	"hongtou/internal/source"
	"hongtou/internal/transcribe"
)

// paste splits a text into the lines of a manuscript.
func paste(name, text string) manuscript.Manuscript {
	m := manuscript.Manuscript{Name: name, Format: manuscript.Text}
	for i, l := range strings.Split(text, "\n") {
		m.Blocks = append(m.Blocks, manuscript.Block{Place: manuscript.Place{Line: i + 1}, Text: l})
	}
	return m
}

const contentDir = "../../content"

// handmade is the dossier that people wrote.
var handmade = sync.OnceValue(func() dossier.Dossier {
	files, problems, err := source.Open(contentDir)
	if err != nil || problems.HasErrors() {
		panic("content cannot be read")
	}
	all, problems := load.Load(files)
	if problems.HasErrors() || len(all) == 0 {
		panic("content has errors")
	}
	return all[0]
})

func registerText(t testing.TB) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(contentDir, "units.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// half folds the marks of a text as the website did.
var half = strings.NewReplacer("，", ",", "：", ":", "；", ";", "（", "(", "）", ")", "？", "?", "！", "!")

// pasted is the published page as a clerk pastes it: the hand-made dossier's
// words, half-width marks, blank lines, indents and the page's own words.
func pasted(d dossier.Dossier) string {
	var b strings.Builder
	p := func(s string) { b.WriteString(half.Replace(s) + "\n\n") }
	b.WriteString("首页\n>专题专栏>中央工作进行时\n" + d.Notice.Title.Value + "\n" + d.Notice.Title.Value + "\n")
	b.WriteString("信息来源: 市某某局 发布日期: 2020-12-02 12:15 浏览次数:\n\n")
	letter := func(n dossier.Notice) {
		p(n.Recipients.Value)
		for _, x := range n.Body {
			p(x.Text.Value)
		}
		b.WriteString("\u00a0\n\n")
		for _, s := range n.Signature {
			b.WriteString(strings.Repeat(" ", 60) + s.Value + "\n\n")
		}
		b.WriteString(strings.Repeat(" ", 58) + n.Date.Value + "\n\n \n\n")
	}
	letter(d.Notice)
	for _, l := range d.Plan.Title.Lines() {
		p(l.Value)
	}
	for _, x := range d.Plan.Body {
		p(x.Text.Value)
	}
	p(" ")
	p(d.Plan.AttachmentNote.Value)
	p(d.Annex.Mark.Value)
	p(d.Annex.Title.Value)
	for _, part := range d.Annex.Parts {
		p(part.Heading.Text.Value)
		for _, it := range part.Items {
			for _, t := range it.Paragraphs() {
				p(t.Value)
			}
		}
	}
	for _, a := range d.Amendments {
		p(a.Title.Value)
		letter(a.Notice)
	}
	b.WriteString("扫一扫在手机打开当前页\nProduced By 某某网络 某某发布系统\n")
	return b.String()
}

// loaded writes a draft, reads it back and checks it.
func loaded(t testing.TB, d recognise.Draft, register []byte) (dossier.Dossier, diag.List, transcribe.Result) {
	t.Helper()
	res := transcribe.Write(d, register)
	fsys := fstest.MapFS{"units.yaml": {Data: res.Units}}
	for p, b := range res.Files {
		fsys["anjuan/"+p] = &fstest.MapFile{Data: b}
	}
	files, list := source.Read(fsys, "content", source.DefaultLimits)
	all, problems := load.Load(files)
	list = append(list, problems...)
	if len(all) != 1 {
		t.Fatalf("%d dossiers: %v", len(all), list)
	}
	if !list.HasErrors() {
		list = append(list, check.Check(all, check.Options{})...)
	}
	return all[0], list, res
}

func editions(t testing.TB, d dossier.Dossier) []*amend.Edition {
	t.Helper()
	es, problems := amend.Editions(&d)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	return es
}
