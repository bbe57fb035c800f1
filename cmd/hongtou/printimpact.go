package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"hongtou/internal/build"
)

func printImpact(w io.Writer, d build.DossierImpact, verbose bool) {
	printSpan(w, d.ID, d.From, d.To, d.Notices)
	if len(d.Notices) == 0 {
		return
	}
	printOpen(w, d.Open)
	fmt.Fprintf(w, "\n改动 %d 处：\n", len(d.Changes))
	for _, c := range d.Changes {
		fmt.Fprintf(w, "  %s  %s\n", c.Address, c.Label)
		from, to := around(strings.Join(c.Old, ""), strings.Join(c.New, ""))
		fmt.Fprintf(w, "    %s → %s\n", orNone(from), orNone(to))
	}
	if len(d.Restated) > 0 {
		fmt.Fprintf(w, "重申 %d 处，文字未变：%s\n", len(d.Restated), labels(d.Restated))
	}
	if d.General {
		fmt.Fprintln(w, "\n方案正文或清单标题有改动，不属于任何一项，涉及主送的全部单位。")
	}
	printRecipients(w, d)
	printDocuments(w, d.Documents, verbose)
}

// printSpan says which editions are compared.
func printSpan(w io.Writer, id, from, to string, notices []build.Source) {
	if len(notices) == 0 {
		fmt.Fprintf(w, "%s：%s的版本，没有修改通知可比较。直接改动案卷内容的，运行 hongtou build 会列出文件有变的单位\n", id, to)
		return
	}
	var names []string
	for _, n := range notices {
		names = append(names, notice(n)+"的通知")
	}
	fmt.Fprintf(w, "%s：%s → %s（%s）\n", id, from, to, strings.Join(names, "、"))
}

func printOpen(w io.Writer, open []build.OpenReport) {
	if len(open) == 0 {
		return
	}
	fmt.Fprintf(w, "\n需人工确定受文单位 %d 项：\n", len(open))
	for _, t := range open {
		fmt.Fprintf(w, "  %s\n", t.Label)
		for _, g := range t.Groups {
			fmt.Fprintf(w, "    %s：“%s”，%s\n", roleNames[g.Field], g.Words, unlisted(g))
		}
		if t.Only {
			fmt.Fprintln(w, "    除此之外没有受文单位")
		}
		if len(t.Candidates) > 0 {
			fmt.Fprintf(w, "    文中提到，供参考：%s\n", unitNames(t.Candidates))
		}
	}
}

// unlisted says how far the source says whom a group means.
func unlisted(g build.GroupReport) string {
	if g.Known {
		return "成员来源没有列全，已列出的按受文单位处理"
	}
	return "来源没有列出成员"
}

// roleNames are the roles of a recipient.
var roleNames = map[string]string{"responsible": "负责", "supervisors": "督导", "cooperating": "配合"}

func printRecipients(w io.Writer, d build.DossierImpact) {
	fmt.Fprintf(w, "\n受影响的单位 %d 个：\n", len(d.Affected))
	for _, r := range d.Affected {
		var tasks []string
		for _, t := range r.Tasks {
			tasks = append(tasks, t.Label+"（"+roles(t)+"）")
		}
		if r.Quoted {
			tasks = append(tasks, "任务书引用的方案条文")
		}
		fmt.Fprintf(w, "  %s：%s\n", r.Name, strings.Join(tasks, "、"))
	}
	if len(d.Unaffected) > 0 {
		var rest []build.UnitReport
		for _, r := range d.Unaffected {
			rest = append(rest, r.UnitReport)
		}
		fmt.Fprintf(w, "不受影响的单位 %d 个：%s\n", len(rest), unitNames(rest))
	}
}

// roles says what a unit does in a task, and how that changed.
func roles(t build.TaskReport) string {
	var out []string
	for _, r := range []string{"responsible", "supervisors", "cooperating"} {
		switch was, is := slices.Contains(t.Before, r), slices.Contains(t.After, r); {
		case was && is:
			out = append(out, roleNames[r])
		case is:
			out = append(out, "新增"+roleNames[r])
		case was:
			out = append(out, "不再"+roleNames[r])
		}
	}
	return strings.Join(out, "、")
}

func printDocuments(w io.Writer, d build.DocumentChanges, verbose bool) {
	fmt.Fprintf(w, "\n文件：改动 %d 个，新增 %d 个，不再生成 %d 个，不变 %d 个\n",
		len(d.Changed), len(d.New), len(d.Gone), len(d.Unchanged))
	for _, group := range []struct {
		word  string
		paths []string
	}{{"改动", d.Changed}, {"新增", d.New}, {"不再生成", d.Gone}, {"不变", d.Unchanged}} {
		printPaths(w, "  "+group.word, group.paths, verbose)
	}
}

func unitNames(units []build.UnitReport) string {
	var out []string
	for _, u := range units {
		out = append(out, u.Name)
	}
	return strings.Join(out, "、")
}

func labels(changes []build.ChangeReport) string {
	var out []string
	for _, c := range changes {
		out = append(out, c.Label)
	}
	return strings.Join(out, "、")
}

// around cuts two texts to where they begin to differ.
func around(a, b string) (string, string) {
	const before, shown = 6, 36
	as, bs := []rune(a), []rune(b)
	same := 0
	for same < len(as) && same < len(bs) && as[same] == bs[same] {
		same++
	}
	cut := func(rs []rune) string {
		from := min(max(same-before, 0), len(rs))
		to := min(from+shown, len(rs))
		out := string(rs[from:to])
		if from > 0 {
			out = "……" + out
		}
		if to < len(rs) {
			out += "……"
		}
		return out
	}
	return cut(as), cut(bs)
}

func orNone(s string) string {
	if s == "" {
		return "（无）"
	}
	return "“" + s + "”"
}
