package compose

import (
	"strconv"
	"time"

	"hongtou/internal/diag"
	"hongtou/internal/doc"
)

// date gives a real date in the form 2020-12-31; put values count as their
// plain text.
func (f fence) date(n *node) string {
	s := f.plain(n)
	if _, err := time.Parse(time.DateOnly, s); err != nil && n != nil {
		f.wrong(n, "日期，如2020-12-31")
		return ""
	}
	return s
}

// count gives a number of at most nine digits.
func (f fence) count(n *node) *int {
	const most = 999_999_999
	v, err := strconv.Atoi(f.plain(n))
	if err != nil || v < 0 || v > most {
		f.wrong(n, "不超过九位的整数")
		v = 0
	}
	return &v
}

// plain gives the characters of a scalar, those of put values included.
func (f fence) plain(n *node) string { return doc.Plain(f.runs(n, doc.Small)) }

// word gives the characters of a scalar that must have some.
func (f fence) word(n *node) string {
	s := f.plain(n)
	if s == "" && n != nil {
		f.wrong(n, "文字")
	}
	return s
}

// words gives a list of different words.
func (f fence) words(n *node) []string {
	var out []string
	seen := map[string]bool{}
	for entry := range f.sequence(n).each() {
		w := f.word(entry)
		if w != "" && seen[w] {
			f.problem(f.at(entry), "word-twice", "“"+w+"”写了两次", "保留一个")
		}
		seen[w] = true
		out = append(out, w)
	}
	return out
}

// needed gives the value of a key that may not be left out.
func (f fence) needed(n *node, m entries, key string) *node {
	v := m.of(key)
	if n.kind == mappingNode && (v == nil || isNull(v)) {
		f.problem(f.at(n), "element-missing", "缺少键“"+key+"”", "请对照docs/templates.md")
		return nil
	}
	return v
}

// source gives the place of the first value that was put under a node.
func (f fence) source(n *node) diag.Position {
	if n.kind == scalarNode {
		for text := n.value; text != ""; {
			var token piece
			if _, token, text = f.cut(text); token.value != nil {
				return token.value.value.at
			}
		}
	}
	for below := range n.each() {
		if at := f.source(below); at != (diag.Position{}) {
			return at
		}
	}
	return diag.Position{}
}
