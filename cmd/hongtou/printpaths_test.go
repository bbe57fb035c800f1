package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestPrintPaths(t *testing.T) {
	few := []string{"a/印发通知.html", "a/印发通知.pdf", "a/任务书/甲.pdf"}
	many := slices.Clone(few)
	for i := range 30 {
		many = append(many, fmt.Sprintf("a/销号验收/甲/%02d.pdf", i))
	}
	vast := []string{}
	for i := range 30 {
		vast = append(vast, fmt.Sprintf("a/%02d.pdf", i), fmt.Sprintf("b/甲/%02d.pdf", i))
	}
	for _, c := range []struct {
		name    string
		paths   []string
		verbose bool
		want    []string
	}{
		{"none", nil, false, nil},
		{"few", few, false, []string{"写入 a/印发通知.html、.pdf", "写入 a/任务书/甲.pdf"}},
		{"many", many, false, []string{"写入 a/印发通知.html、.pdf", "写入 a/任务书/ 下 1 个文件", "写入 a/销号验收/ 下 30 个文件"}},
		{"very many", vast, false, []string{"写入 a/ 下 30 个文件", "写入 b/ 下 30 个文件"}},
	} {
		var b strings.Builder
		printPaths(&b, "写入", c.paths, c.verbose)
		if got := lines(b.String()); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	var b strings.Builder
	printPaths(&b, "写入", many, true)
	if got := lines(b.String()); len(got) != 32 {
		t.Errorf("verbose: %d lines", len(got))
	}
}

func lines(s string) []string {
	return slices.DeleteFunc(strings.Split(s, "\n"), func(l string) bool { return l == "" })
}
