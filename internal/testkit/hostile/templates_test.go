//go:build unix

package hostile

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"testing"

	"hongtou/templates"
)

// notices is a template that every dossier uses.
const notices = "templates/notice/document.md.tmpl"

// appends puts text behind the embedded template.
func appends(text string) func(p place) {
	return func(p place) {
		own, err := fs.ReadFile(templates.FS(), strings.TrimPrefix(notices, "templates/"))
		p.must(err)
		p.write(notices, string(own)+"\n\n"+text)
	}
}

// doubled is a chain of n templates, each of which runs the next so many times.
func doubled(n, times int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "{{define \"t%d\"}}%s{{end}}\n", i, strings.Repeat(fmt.Sprintf("{{template \"t%d\" .}}", i+1), times))
	}
	return b.String() + fmt.Sprintf("{{define \"t%d\"}}甲{{end}}{{template \"t0\" .}}\n", n)
}

func rows(n int) string {
	return "```table\ncolumns: [{}, {}]\nrows:\n" + strings.Repeat("  - [甲, 乙]\n", n) + "```\n"
}

var templateAttacks = []attack{
	{"template of itself", writes(notices, `{{define "a"}}{{template "a" .}}{{end}}{{template "a" .}}`), 1, []string{notices}},
	{"templates of each other", writes(notices, `{{define "a"}}{{template "b" .}}{{end}}{{define "b"}}甲{{template "a" .}}{{end}}{{template "a" .}}`), 1, []string{notices}},
	{"loop over a number", writes(notices, `{{range 1000000000}}甲{{end}}`), 1, []string{notices}},
	{"loops over numbers that write nothing", writes(notices, strings.Repeat(`{{range 100000}}`, 9)+strings.Repeat(`{{end}}`, 9)), 1, []string{notices}},
	{"loop over a negative number", appends(`{{range -1}}甲{{end}}`), 0, nil},
	{"loop that goes on", writes(notices, `{{range 1000000000}}{{continue}}{{end}}`), 1, []string{notices}},
	{"templates that double", writes(notices, doubled(40, 2)), 1, []string{notices}},
	{"templates that tenfold", writes(notices, doubled(9, 10)), 1, []string{notices}},
	{"deep blocks", appends(strings.Repeat("{{if true}}", 20_000) + "甲" + strings.Repeat("{{end}}", 20_000)), 0, nil},
	{"deep brackets", writes(notices, "{{if "+strings.Repeat("(", 100_000)+"true"+strings.Repeat(")", 100_000)+"}}甲{{end}}"), 1, []string{notices}},
	{"long chain of fields", writes(notices, "{{put ."+strings.Repeat("Title.", 100_000)+"Title}}"), 1, []string{notices}},
	{"print", writes(notices, `{{printf "%1000000000d" 1}}`), 1, []string{"template-function", notices}},
	{"strings that double", writes(notices, `{{$x := "甲甲"}}{{range 60}}{{$x = print $x $x}}{{end}}{{$x}}`), 1, []string{"template-function", notices}},
	{"call of a function", writes(notices, `{{call .Title}}`), 1, []string{notices}},
	{"index beyond", writes(notices, `{{index .Body 1000000000}}`), 1, []string{notices}},
	{"table of 100,000 rows", writes(notices, rows(100_000)), 1, []string{notices}},
	{"table of 20,000 rows", appends(rows(20_000)), 0, nil},
	{"table of many columns", writes(notices, "```table\nrows:\n  - ["+strings.Repeat("甲, ", 100_000)+"乙]\n```\n"), 1, []string{notices}},
	{"table that spans", writes(notices, "```table\nrows:\n  - [{text: 甲, colspan: 1000000000, rowspan: 1000000000}]\n```\n"), 1, []string{notices}},
	{"alias bomb in a table", writes(notices, "```table\n"+bomb(30)+"```\n"), 1, []string{notices}},
	{"deep table", writes(notices, "```table\n"+strings.Repeat("[", 100_000)+"\n```\n"), 1, []string{notices}},
	{"quotes", appends(strings.Repeat(">", 10_000) + "甲\n"), 0, nil},
	{"lists", appends(strings.Repeat("- ", 10_000) + "甲\n"), 0, nil},
	{"brackets", appends(strings.Repeat("[", 50_000) + strings.Repeat("](", 50_000) + "\n"), 0, nil},
	{"paragraph of 1 MB", appends(strings.Repeat("甲乙，", 100_000) + "\n"), 0, nil},
	{"file of 10 MB", writes(notices, strings.Repeat("甲", 3_500_000)), 1, []string{"template-unreadable", notices}},
	{"no UTF-8", writes(notices, "# \xff\n"), 1, []string{"template-unreadable", notices}},
	{"zeros", appends("甲\x00乙\n"), 1, []string{"template-unreadable", "U+0000", notices}},
	{"private characters", writes(notices, "# 甲\uE000\uE001乙\n"), 1, []string{"template-private", notices}},
	{"pipe", func(p place) {
		p.must(os.MkdirAll(p.path("templates/notice"), 0o755))
		p.must(syscall.Mkfifo(p.path(notices), 0o644))
	}, 1, []string{"template-unreadable", notices}},
	{"link that leaves", func(p place) {
		p.must(os.MkdirAll(p.path("templates/notice"), 0o755))
		p.must(os.Symlink("/etc/passwd", p.path(notices)))
	}, 1, []string{"template-unreadable", notices}},
	{"link without end", func(p place) {
		p.must(os.MkdirAll(p.path("templates/notice"), 0o755))
		p.must(os.Symlink("document.md.tmpl", p.path(notices)))
	}, 1, []string{"template-unreadable", notices}},
	{"gigabyte of nothing", func(p place) {
		p.write(notices, "")
		p.must(os.Truncate(p.path(notices), 1<<30))
	}, 1, []string{"template-unreadable", notices}},
	{"100,000 files", func(p place) {
		p.must(os.MkdirAll(p.path("templates/x"), 0o755))
		for i := range 100_000 {
			p.must(os.WriteFile(p.path(fmt.Sprintf("templates/x/%d.md.tmpl", i)), nil, 0o644))
		}
	}, 1, []string{"模板超过500个"}},
	{"20,000 folders", func(p place) {
		p.must(os.MkdirAll(p.path("templates"), 0o755))
		for i := range 20_000 {
			p.must(os.Mkdir(p.path(fmt.Sprintf("templates/%d", i)), 0o755))
		}
	}, 0, nil},
}

func TestTemplates(t *testing.T) {
	for _, a := range templateAttacks {
		t.Run(a.name, func(t *testing.T) {
			t.Parallel()
			p := newPlace(t)
			a.spoil(p)
			p.mustEnd(a.code, a.words, "--templates", "templates")
		})
	}
}
