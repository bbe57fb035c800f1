package load

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/markdown"
)

// dateKeys hold dates; what is wrong with one is said of it as a date.
var dateKeys = []string{"date", "print_date", "published"}

func (d *decoder) text(n *yaml.Node, v reflect.Value, name string) {
	switch tag := n.ShortTag(); {
	case n.Kind != yaml.ScalarNode || n.Value == "" && tag != "!!str":
		d.wrong(n, name, "文字")
		return
	case tag != "!!str" && tag != "!!timestamp" && !slices.Contains(dateKeys, name):
		d.wrong(n, name, "文字") // and read as what was meant
	}
	at := d.y.nodeAt(n)
	if n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
		at = at.Shift(1)
	}
	if !d.verbatim(n, at) {
		if s, ok := d.y.suspectAfter(n.Line); ok {
			d.l.suspected(d.y, s)
			return
		}
		d.l.errorAt(d.y.nodeAt(n), 0, "not-verbatim", fmt.Sprintf("“%s”的值须照原样写在一行之内，不换行、不用转义", name), "把值写在键的同一行")
		return
	}
	if n.Value == "" {
		d.l.errorAt(d.y.nodeAt(n), 0, "missing-field", fmt.Sprintf("“%s”是空的", name), "写上值，或删除这个键")
		return
	}
	t, problems := markdown.Inline(dossier.Text{Value: n.Value, At: at})
	d.l.add(problems...)
	v.Set(reflect.ValueOf(t))
}

// verbatim says whether the value stands in the source as it is: then every
// character has its place, and no escape smuggles in what source refuses.
func (d *decoder) verbatim(n *yaml.Node, at diag.Position) bool {
	return strings.HasPrefix(d.from(n.Line, at.Column), n.Value)
}

// from gives a line from a column on. It goes on from the last place asked
// for, because a line may hold thousands of values.
func (d *decoder) from(line, column int) string {
	if line != d.line || column < d.column {
		d.line, d.column, d.rest = line, 1, d.y.line(line)
	}
	for ; d.column < column; d.column++ {
		_, size := utf8.DecodeRuneInString(d.rest)
		d.rest = d.rest[size:]
	}
	return d.rest
}

// apart gives the values of a list. A full-width comma in [a，b] separates
// nothing; it is reported and the values are read as they were meant.
func (d *decoder) apart(n *yaml.Node) []*yaml.Node {
	var out []*yaml.Node
	for _, c := range n.Content {
		if n.Style&yaml.FlowStyle == 0 || c.Kind != yaml.ScalarNode || c.Style != 0 || !strings.ContainsRune(c.Value, '，') || !d.verbatim(c, d.y.nodeAt(c)) {
			out = append(out, c)
			continue
		}
		column := c.Column
		for i, value := range strings.Split(c.Value, "，") {
			if i > 0 {
				d.l.suspected(d.y, suspect{c.Line, column, 1, "列表中的逗号是全角的“，”", "值之间用半角逗号加一个空格，如“[甲, 乙]”；“，”属于值的，整个值加半角引号"})
				column++
			}
			lead := len(value) - len(strings.TrimLeft(value, " "))
			if part := *c; strings.TrimSpace(value) != "" {
				part.Value, part.Column = strings.TrimSpace(value), column+lead
				out = append(out, &part)
			}
			column += utf8.RuneCountInString(value)
		}
	}
	return out
}
