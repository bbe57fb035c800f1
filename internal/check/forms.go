package check

import (
	"fmt"
	"regexp"

	"hongtou/internal/diag"
)

// wrongForms are paragraph numbers in forms the standard does not have, with
// the form that is meant (7.3.3; marks after them by GB/T 15834).
var wrongForms = []struct {
	pattern *regexp.Regexp
	right   string
}{
	{regexp.MustCompile(`^[0-9]{1,2}、`), "“1.”"},
	{regexp.MustCompile(`^[0-9]{1,2}．`), "“1.”（半角点）"},
	{regexp.MustCompile(`^[0-9]{1,2}[)）]`), "“（1）”"},
	{regexp.MustCompile(`^[一二三四五六七八九十]{1,3}[.．]`), "“一、”"},
	{regexp.MustCompile(`^[一二三四五六七八九十]{1,3}）`), "“（一）”"},
	{regexp.MustCompile(`^[（(][一二三四五六七八九十]{1,3}[）)][、.．，。,]`), "“（一）”，其后不加标点"},
	{regexp.MustCompile(`^[（(][0-9]{1,2}[）)][、.．，。,]`), "“（1）”，其后不加标点"},
	{regexp.MustCompile(`^[①-⑳⑴-⑽㈠-㈩]`), "“一、”“（一）”“1.”“（1）”"},
}

// numberForms reports numbers at a paragraph's start that are written in
// another form; they would be read as text.
func numberForms(p printed) []diag.Diagnostic {
	if p.where != body {
		return nil
	}
	for _, w := range wrongForms {
		if found := w.pattern.FindString(p.Value); found != "" {
			return []diag.Diagnostic{mark(p.Position(0), runes(found), fmt.Sprintf("序号“%s”写法不对", found), "写法如"+w.right)}
		}
	}
	return nil
}
