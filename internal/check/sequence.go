package check

import (
	"fmt"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// numbered is one printed number of a list.
type numbered struct {
	level int // 1 一、 2 （一） 3 1. 4 （1）; 0 where levels do not matter
	value int
	text  dossier.Text // the number as printed
}

// sequence reports where siblings do not count 1, 2, 3 …; write gives the
// printed form of a number. A single wrong number among right ones is told
// from a gap and from a repetition by the number that follows it, so that one
// slip gives one finding.
func sequence(list []numbered, write func(int) string) []diag.Diagnostic {
	var out []diag.Diagnostic
	expected, last := 1, numbered{}
	for i, n := range list {
		switch {
		case n.value == expected:
		case i+1 < len(list) && list[i+1].value == expected+1:
			out = append(out, whole(n.text, fmt.Sprintf("序号“%s”不对，应为“%s”", n.text.Value, write(expected)), "更正序号"))
			n.value = expected
		case n.value == last.value:
			d := whole(n.text, fmt.Sprintf("序号“%s”重复", n.text.Value), fmt.Sprintf("应为“%s”", write(expected)))
			out = append(out, noted(d, last.text.At, "前一个“"+last.text.Value+"”"))
		case n.value > expected:
			out = append(out, whole(n.text, fmt.Sprintf("序号“%s”之前缺“%s”", n.text.Value, missing(expected, n.value-1, write)), "补上缺少的一段，或更正序号"))
		default:
			out = append(out, whole(n.text, fmt.Sprintf("序号“%s”倒退，应为“%s”", n.text.Value, write(expected)), "更正序号或段落次序"))
		}
		expected, last = n.value+1, n
	}
	return out
}

func missing(from, to int, write func(int) string) string {
	if from == to {
		return write(from)
	}
	return write(from) + "至" + write(to)
}
