package conformity

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"hongtou/internal/norm"
)

// Sample is a document to measure: its name in the report and its file.
type Sample struct{ Name, Path string }

// Row is the result of one clause in one document.
type Row struct {
	Clause norm.Clause
	Sample string
	norm.Result
}

// Survey measures all clauses in documents.
func Survey(t testing.TB, samples []Sample) []Row {
	t.Helper()
	var out []Row
	for _, s := range samples {
		d := Read(t, s.Path)
		for _, c := range norm.Clauses() {
			out = append(out, Row{c, s.Name, c.Measure(d)})
		}
	}
	return out
}

// Of gives the rows of one document that have the element.
func Of(rows []Row, sample string) []Row {
	return slices.DeleteFunc(slices.Clone(rows), func(r Row) bool { return r.Sample != sample || r.Verdict == norm.Absent })
}

// Missing names the clauses that no document has the element for.
func Missing(rows []Row) []string {
	seen := map[string]bool{}
	for _, r := range rows {
		seen[r.Clause.Name()] = seen[r.Clause.Name()] || r.Verdict != norm.Absent
	}
	var out []string
	for _, c := range norm.Clauses() {
		if !seen[c.Name()] {
			out = append(out, c.Name())
		}
	}
	return out
}

// Table prints the rows of one document as plain text.
func Table(w io.Writer, rows []Row) {
	for _, r := range rows {
		fmt.Fprintf(w, "%-2s  %s  %s\n      %s\n", r.Verdict, r.Clause.Name(), asked(r.Clause), r.Measured)
	}
}

// Markdown prints all rows: a summary, a table for each document, and what
// cannot be proven.
func Markdown(w io.Writer, rows []Row) {
	var names []string
	for _, r := range rows {
		if !slices.Contains(names, r.Sample) {
			names = append(names, r.Sample)
		}
	}
	fmt.Fprintln(w, "| 文件 | 条款 | 合 | 不合 | 无法由文件证明 |")
	fmt.Fprintln(w, "|---|---|---|---|---|")
	for _, n := range names {
		all := Of(rows, n)
		count := map[norm.Verdict]int{}
		for _, r := range all {
			count[r.Verdict]++
		}
		fmt.Fprintf(w, "| %s | %d | %d | %d | %d |\n", n, len(all), count[norm.Holds], count[norm.Fails], count[norm.Unproven])
	}
	for _, n := range names {
		fmt.Fprintf(w, "\n## %s\n\n| 条款 | 要求 | 实测 | 结论 |\n|---|---|---|---|\n", n)
		for _, r := range Of(rows, n) {
			fmt.Fprintf(w, "| %s | %s | %s | %s |\n", r.Clause.Name(), escape(asked(r.Clause)), escape(r.Measured), r.Verdict)
		}
	}
	fmt.Fprint(w, "\n## 只在样页上量过的\n\n以下要素在上列文件中没有，只用手工样页证明能量：\n\n")
	for _, name := range Missing(rows) {
		fmt.Fprintf(w, "- %s\n", name)
	}
	fmt.Fprint(w, "\n## 文件不能证明的\n\n| 条款 | 内容 | 原因 |\n|---|---|---|\n")
	for _, g := range norm.Gaps() {
		fmt.Fprintf(w, "| %s | %s | %s |\n", g.ID, g.What, g.Why)
	}
}

// asked is what a clause asks for, with what is let pass.
func asked(c norm.Clause) string {
	if c.Tolerance == "" {
		return c.Requirement
	}
	return c.Requirement + "；" + c.Tolerance
}

func escape(s string) string { return strings.ReplaceAll(s, "|", `\|`) }
