package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"hongtou/internal/build"
)

// printAssignment says in one line that everything has been given to somebody,
// and names what only people can give; what the proof does not account for has
// lines of its own.
func printAssignment(w io.Writer, a build.AssignmentReport) {
	fmt.Fprintf(w, "%s：受文单位 %d 个，任务 %d 项次（一个受文单位、一项任务、一种职责为一项次）", a.ID, a.Units, a.Shares)
	if len(a.Uncovered) == 0 {
		fmt.Fprint(w, "，全部落实")
	} else {
		fmt.Fprintf(w, "，未落实 %d 处", len(a.Uncovered))
	}
	printWords(w, "统称没有列出成员的", a.Open)
	printWords(w, "名册注明不发文", a.Withheld)
	fmt.Fprintln(w)
	for _, g := range a.Uncovered {
		fmt.Fprintln(w, "  未落实："+uncovered(g))
	}
}

// printTasks names the tasks of each recipient.
func printTasks(w io.Writer, a build.AssignmentReport) {
	for _, r := range a.Recipients {
		var parts []string
		for _, role := range []struct {
			name   string
			shares []build.ShareReport
		}{{"负责", r.Responsible}, {"督导", r.Supervised}, {"配合", r.Assisted}} {
			if len(role.shares) > 0 {
				parts = append(parts, fmt.Sprintf("%s %d 项（%s）", role.name, len(role.shares), taskLabels(role.shares)))
			}
		}
		fmt.Fprintf(w, "%s：%s：%s\n", a.ID, r.Name, strings.Join(parts, "，"))
	}
}

func taskLabels(shares []build.ShareReport) string {
	var out []string
	for _, s := range shares {
		out = append(out, s.Label)
	}
	return strings.Join(out, "、")
}

// printWords counts words of fields and names them, tasks with the same words
// together.
func printWords(w io.Writer, title string, list []build.WordsReport) {
	if len(list) > 0 {
		fmt.Fprintf(w, "；%s %d 处（%s）", title, len(list), strings.Join(alike(byField(list)), "；"))
	}
}

// field is the words of one field of one task.
type field struct{ task, title, words string }

// byField joins the words of each field: “甲”“乙”.
func byField(list []build.WordsReport) []field {
	var out []field
	for _, o := range list {
		words := "“" + o.Words + "”"
		if n := len(out); n > 0 && out[n-1].task == o.Label && out[n-1].title == o.Title {
			out[n-1].words += words
		} else {
			out = append(out, field{o.Label, o.Title, words})
		}
	}
	return out
}

// alike writes fields that say the same once: 第一项、第二项责任单位“甲”.
func alike(fields []field) []string {
	var order []field
	tasks := map[field][]string{}
	for _, f := range fields {
		same := field{title: f.title, words: f.words}
		if !slices.Contains(order, same) {
			order = append(order, same)
		}
		tasks[same] = append(tasks[same], f.task)
	}
	var out []string
	for _, f := range order {
		out = append(out, strings.Join(tasks[f], "、")+f.title+f.words)
	}
	return out
}

// uncovered says what is wrong and what to do.
func uncovered(g build.UncoveredReport) string {
	words := g.Label
	if g.Words != "" {
		words += "“" + g.Words + "”"
	}
	switch g.Reason {
	case "nobody":
		return words + "没有收到任务的责任单位，请核对责任单位和名册（recipient: false 的单位不发文）"
	case "unclear":
		return words + "中有单位但看不出由谁负责，请人工确定"
	}
	return words + "与名册不符，这是程序的差错，请报告"
}
