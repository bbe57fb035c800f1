package main

import (
	"strings"
	"testing"

	"hongtou/internal/build"
)

// TestPrintOpen: a group of which some members are known is told apart from
// one of which none is.
func TestPrintOpen(t *testing.T) {
	var b strings.Builder
	printOpen(&b, []build.OpenReport{{Label: "第一项", Groups: []build.GroupReport{
		{Field: "responsible", Words: "甲组", Known: true}, {Field: "supervisors", Words: "乙组"},
	}}})
	want := "\n需人工确定受文单位 1 项：\n  第一项\n    负责：“甲组”，成员来源没有列全，已列出的按受文单位处理\n    督导：“乙组”，来源没有列出成员\n"
	if b.String() != want {
		t.Errorf("%q", b.String())
	}
}

func TestRoles(t *testing.T) {
	for _, c := range []struct {
		before, after []string
		want          string
	}{
		{[]string{"responsible"}, []string{"responsible", "supervisors"}, "负责、新增督导"},
		{[]string{"responsible", "supervisors"}, []string{"supervisors"}, "不再负责、督导"},
	} {
		if got := roles(build.TaskReport{Before: c.before, After: c.after}); got != c.want {
			t.Errorf("%v %v: %s", c.before, c.after, got)
		}
	}
}
