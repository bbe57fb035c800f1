package inspect

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"path/filepath"
	"strconv"

	"hongtou/internal/norm"
	"hongtou/internal/textlint"
)

var (
	//go:embed report.html
	reportText string
	//go:embed total.html
	totalText string
	//go:embed report.css
	styleText string

	reportPage = template.Must(template.New("report").Parse(reportText))
	totalPage  = template.Must(template.New("total").Parse(totalText))
)

// frame is what every page of ours has: it may load nothing, run nothing, and
// be styled by our style sheet alone.
type frame struct {
	Policy  string
	Style   template.CSS
	Program string
}

func newFrame(program string) frame {
	sum := sha256.Sum256([]byte(styleText))
	return frame{
		Policy:  "default-src 'none'; img-src data:; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'",
		Style:   template.CSS(styleText), // ours, whole: nothing of a file is in it
		Program: program,
	}
}

// sheet is the report on one file as the template reads it.
type sheet struct {
	frame
	Name, Path, Size string
	File             File
	Summary          Summary
	Verdict, Class   string
	Undecided        bool   // next to nothing could be judged
	Next             string // what to do then
	Fails            []failRow
	Advice           []adviceRow
	Views            []view
	Sections         []Section
	Absent           []Section
	Counts           []sectionCount
	Gaps             []norm.Gap
	Notices          []string
}

// failRow is a clause that does not hold, with its label.
type failRow struct {
	Label, Anchor string
	Row
	Pages []pageLink
	Every bool // it is on all of some pages
}

// adviceRow is advice, with its label.
type adviceRow struct {
	Label, Anchor string
	textlint.Advice
	Pictured bool
}

// pageLink names a page; it is a link if there is a picture of it.
type pageLink struct {
	Page     int
	Pictured bool
}

type sectionCount struct {
	Name string
	Summary
}

// WriteHTML writes the report on one file as a page that needs nothing else.
// program names the program and its version.
func (f File) WriteHTML(w io.Writer, program string) error {
	return reportPage.Execute(w, newSheet(f, program))
}

func newSheet(f File, program string) sheet {
	all := f.findings()
	s := sheet{
		frame: newFrame(program), File: f, Summary: f.Summary(), Gaps: norm.Gaps(),
		Name: clean(filepath.Base(f.Path)), Path: clean(filepath.ToSlash(f.Path)), Size: sizeWords(f.Bytes),
	}
	s.Verdict, s.Class = f.sentence()
	if s.Undecided = f.Conclusion() == Undecided; s.Undecided {
		s.Next = askForSource
	}
	pictured := map[int]bool{}
	for _, p := range f.Pictures {
		pictured[p.Page] = true
		s.Views = append(s.Views, f.view(p, all))
	}
	for i, r := range f.Fails() {
		s.Fails = append(s.Fails, failRow{all[i].label, all[i].anchor, r, pageLinks(all[i], pictured), f.everyPage(all[i])})
	}
	for i, a := range f.Advice {
		one := all[len(s.Fails)+i]
		s.Advice = append(s.Advice, adviceRow{one.label, one.anchor, a, pictured[a.Page]})
	}
	if !s.Undecided { // else the one sentence above says it
		s.Notices = f.Notices
	}
	s.tables()
	return s
}

// tables parts the clauses that apply from those that do not.
func (s *sheet) tables() {
	if s.Undecided {
		s.Sections = grouped(s.File.measured())
		return
	}
	var apply, absent []Row
	for _, r := range s.File.Rows {
		if r.Result.Verdict == norm.Absent {
			absent = append(absent, r)
		} else {
			apply = append(apply, r)
		}
	}
	s.Sections, s.Absent = grouped(apply), grouped(absent)
	for _, g := range grouped(s.File.Rows) {
		s.Counts = append(s.Counts, sectionCount{g.Name, count(g.Rows)})
	}
}

// pageLinks names the pages of a finding in their order.
func pageLinks(f finding, pictured map[int]bool) []pageLink {
	var out []pageLink
	for _, p := range f.pages {
		out = append(out, pageLink{p, pictured[p]})
	}
	return out
}

// sizeWords writes the size of a file.
func sizeWords(bytes int64) string {
	if bytes < 1<<20 {
		return fmt.Sprintf("%.0f KB", float64(bytes)/(1<<10))
	}
	return fmt.Sprintf("%.1f MB", float64(bytes)/(1<<20))
}

// Mark is a class name for a verdict in style sheets.
func (r Row) Mark() string { return verdictCodes[r.Result.Verdict] }

// mm writes a length for SVG.
func mm(v float64) string { return strconv.FormatFloat(hundredths(v), 'f', -1, 64) }
