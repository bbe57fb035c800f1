package intake

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// listFormats are the list styles of CSS and of the type attribute, as number
// formats of numerals, and what follows the number.
var listFormats = map[string][2]string{
	"": {"decimal", "."}, "1": {"decimal", "."}, "decimal": {"decimal", "."}, "decimal-leading-zero": {"decimalZero", "."},
	"a": {"lowerLetter", "."}, "lower-alpha": {"lowerLetter", "."}, "lower-latin": {"lowerLetter", "."},
	"A": {"upperLetter", "."}, "upper-alpha": {"upperLetter", "."}, "upper-latin": {"upperLetter", "."},
	"i": {"lowerRoman", "."}, "lower-roman": {"lowerRoman", "."}, "I": {"upperRoman", "."}, "upper-roman": {"upperRoman", "."},
	"cjk-ideographic": {"chineseCounting", "、"}, "simp-chinese-informal": {"chineseCounting", "、"},
	"trad-chinese-informal": {"chineseCounting", "、"}, "japanese-informal": {"chineseCounting", "、"},
	"simp-chinese-formal": {"chineseLegalSimplified", "、"}, "cjk-decimal": {"ideographDigital", "、"},
	"cjk-heavenly-stem": {"ideographTraditional", "、"}, "cjk-earthly-branch": {"ideographZodiac", "、"},
}

// itemNumber gives the number a browser prints before a list item.
func itemNumber(li *html.Node) string {
	list := li.Parent
	kind := listStyle(li)
	if list != nil && kind == "" {
		kind = listStyle(list)
	}
	switch {
	case kind == "none":
		return ""
	case kind == "disc" || kind == "circle" || kind == "square" || list == nil || list.DataAtom != atom.Ol:
		return "•"
	}
	f, ok := listFormats[kind]
	if !ok {
		f = listFormats[""]
	}
	return numeral(f[0], ordinal(li, list)) + f[1]
}

func listStyle(n *html.Node) string {
	style := strings.ToLower(attr(n, "style"))
	for _, decl := range strings.Split(style, ";") {
		name, value, _ := strings.Cut(decl, ":")
		switch strings.TrimSpace(name) {
		case "list-style-type", "list-style":
			if fields := strings.Fields(value); len(fields) > 0 {
				return fields[0]
			}
		}
	}
	return attr(n, "type")
}

// ordinal is kept in the list itself, so that long lists are counted once.
func ordinal(li, list *html.Node) int {
	const kept = "x-counted"
	step := 1
	if has(list, "reversed") {
		step = -1
	}
	last, err := strconv.Atoi(attr(list, kept))
	if err != nil {
		last = first(list, step) - step
	}
	n := last + step
	if v, err := strconv.Atoi(attr(li, "value")); err == nil {
		n = v
	}
	setAttr(list, kept, strconv.Itoa(n))
	return n
}

// first is the number of a list's first item: of a reversed one, how many
// there are.
func first(list *html.Node, step int) int {
	if start, err := strconv.Atoi(attr(list, "start")); err == nil {
		return start
	}
	if step > 0 {
		return 1
	}
	n := 0
	for c := list.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Li {
			n++
		}
	}
	return n
}

func has(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

func setAttr(n *html.Node, key, val string) {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			n.Attr[i].Val = val
			return
		}
	}
	n.Attr = append(n.Attr, html.Attribute{Key: key, Val: val})
}
