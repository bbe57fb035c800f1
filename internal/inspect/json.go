package inspect

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"unicode"

	"hongtou/internal/gbt9704"
	"hongtou/internal/norm"
	"hongtou/internal/printout"
)

// schema is the version of the JSON form: a key is never renamed, removed or
// given another meaning without a new one.
const schema = 1

// The codes of verdicts and strengths in JSON.
var (
	verdictCodes = map[norm.Verdict]string{
		norm.Holds: "holds", norm.Fails: "fails", norm.Absent: "not-applicable", norm.Unproven: "unprovable",
	}
	strengthCodes = map[gbt9704.Strength]string{
		gbt9704.Must: "must", gbt9704.Usually: "usually", gbt9704.Recommended: "recommended",
		gbt9704.May: "may", gbt9704.Custom: "custom",
	}
)

type jsonReport struct {
	Version int        `json:"version"`
	Passes  bool       `json:"passes"`
	Files   []jsonFile `json:"files"`
	Gaps    []jsonGap  `json:"gaps"`
}

type jsonFile struct {
	Path     string `json:"path"`
	Bytes    int64  `json:"bytes"`
	SHA256   string `json:"sha256,omitempty"`
	Pages    int    `json:"pages"`
	Producer string `json:"producer"`
	Form     string `json:"form"`

	Conclusion Conclusion `json:"conclusion"`

	Problem *jsonProblem `json:"problem,omitempty"`
	Notices []string     `json:"notices"`
	Summary jsonSummary  `json:"summary"`
	Clauses []jsonClause `json:"clauses"`
	Advice  []jsonAdvice `json:"advice"`
}

type jsonProblem struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
}

type jsonSummary struct {
	Holds         int `json:"holds"`
	Fails         int `json:"fails"`
	Binding       int `json:"fails_binding"`
	NotApplicable int `json:"not_applicable"`
	Unprovable    int `json:"unprovable"`
	Advice        int `json:"advice"`
}

type jsonClause struct {
	ID           string      `json:"id"`
	Part         string      `json:"part"`
	Section      string      `json:"section"`
	Strength     string      `json:"strength"`
	StrengthText string      `json:"strength_text"`
	Requirement  string      `json:"requirement"`
	Tolerance    string      `json:"tolerance"`
	Verdict      string      `json:"verdict"`
	VerdictText  string      `json:"verdict_text"`
	Measured     string      `json:"measured"`
	Hint         string      `json:"hint,omitempty"`
	Values       []jsonValue `json:"values"`
	Pages        []int       `json:"pages"`
	Places       []jsonPlace `json:"places"`
}

type jsonValue struct {
	Name   string  `json:"name"`
	Number float64 `json:"number"`
	Unit   string  `json:"unit"`
}

// jsonPlace is a place; for a whole page the box is that of the page.
type jsonPlace struct {
	Page int     `json:"page"`
	X0   float64 `json:"x0"`
	Y0   float64 `json:"y0"`
	X1   float64 `json:"x1"`
	Y1   float64 `json:"y1"`
	Note string  `json:"note"`
}

type jsonAdvice struct {
	Rule    string    `json:"rule"`
	Basis   string    `json:"basis"`
	Text    string    `json:"text"`
	Message string    `json:"message"`
	Place   jsonPlace `json:"place"`
}

type jsonGap struct {
	ID   string `json:"id"`
	What string `json:"what"`
	Why  string `json:"why"`
}

// WriteJSON writes a report for programs; lists are never null. Of
// the view OnlyFails and Gaps count.
func (r Report) WriteJSON(w io.Writer, v View) error {
	out := jsonReport{Version: schema, Passes: r.Passes(), Files: []jsonFile{}, Gaps: []jsonGap{}}
	for _, f := range r.Files {
		out.Files = append(out.Files, f.forJSON(v.OnlyFails))
	}
	if v.Gaps {
		for _, g := range norm.Gaps() {
			out.Gaps = append(out.Gaps, jsonGap(g))
		}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(out); err != nil {
		return err
	}
	_, err := w.Write(quiet(b.Bytes()))
	return err
}

// quiet writes as \u what encoding/json leaves as it is though it would steer a
// terminal; such characters stand in strings only.
func quiet(data []byte) []byte {
	var out bytes.Buffer
	for _, r := range string(data) {
		if r != '\n' && unicode.Is(unicode.C, r) && r < 0x10000 {
			fmt.Fprintf(&out, `\u%04x`, r)
			continue
		}
		out.WriteRune(r)
	}
	return out.Bytes()
}

func (f File) forJSON(onlyFails bool) jsonFile {
	s := f.Summary()
	out := jsonFile{
		Path: f.Path, Bytes: f.Bytes, SHA256: f.SHA256, Pages: f.Pages, Producer: f.Producer, Form: f.Form, Conclusion: f.Conclusion(),
		Notices: append([]string{}, f.Notices...),
		Summary: jsonSummary{s.Holds, s.Fails, s.Binding, s.Absent, s.Unproven, len(f.Advice)},
		Clauses: []jsonClause{}, Advice: []jsonAdvice{},
	}
	if p := f.Problem; p != nil {
		out.Problem = &jsonProblem{p.Code, p.Message, p.Hint}
	}
	for _, r := range f.Rows {
		if !onlyFails || r.Result.Verdict == norm.Fails {
			out.Clauses = append(out.Clauses, f.clauseForJSON(r))
		}
	}
	for _, a := range f.Advice {
		out.Advice = append(out.Advice, jsonAdvice{a.Rule, a.Basis, a.Text, a.Message, f.placeForJSON(a.Page, a.Box, "")})
	}
	return out
}

func (f File) clauseForJSON(r Row) jsonClause {
	c := jsonClause{
		ID: r.Clause.ID, Part: r.Clause.Part, Section: sectionOf(r.Clause.ID),
		Strength: strengthCodes[r.Clause.Strength], StrengthText: string(r.Clause.Strength),
		Requirement: r.Clause.Requirement, Tolerance: r.Clause.Tolerance,
		Verdict: verdictCodes[r.Result.Verdict], VerdictText: string(r.Result.Verdict),
		Measured: r.Result.Measured, Hint: r.Result.Hint, Values: []jsonValue{}, Pages: append([]int{}, r.Result.Pages...), Places: []jsonPlace{},
	}
	for _, v := range r.Result.Values {
		c.Values = append(c.Values, jsonValue{v.Name, hundredths(v.Number), v.Unit})
	}
	for _, p := range r.Result.Places {
		c.Places = append(c.Places, f.placeForJSON(p.Page, p.Box, p.Note))
	}
	return c
}

func (f File) placeForJSON(page int, box printout.Box, note string) jsonPlace {
	b := f.onPage(page, box)
	return jsonPlace{page, hundredths(b.X0), hundredths(b.Y0), hundredths(b.X1), hundredths(b.Y1), note}
}

// hundredths rounds to what can be measured at all.
func hundredths(v float64) float64 { return math.Round(v*100) / 100 }
