package check

import (
	"fmt"
	"strconv"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

// numberText is the printed 第N项 of an item with its place.
func numberText(i dossier.Item) dossier.Text {
	if len(i.Problem) == 0 {
		return dossier.Text{Value: i.PrintedNumber(), At: diag.Position{File: i.File, Line: 1, Column: 1}}
	}
	n := min(len([]rune(i.PrintedNumber())), i.Problem[0].Len())
	return i.Problem[0].Slice(0, n)
}

// duplicateItems reports a number or file that two items share.
func duplicateItems(s *scene) []diag.Diagnostic {
	var out []diag.Diagnostic
	ids, ordinals := map[string]dossier.Item{}, map[int]dossier.Item{}
	for _, i := range s.Annex.Items() {
		t := numberText(i)
		if first, twice := ids[i.ID]; twice {
			d := whole(t, fmt.Sprintf("整改项“%s”列了两次", i.ID), "在清单的各部分中只列一次")
			out = append(out, noted(d, numberText(first).At, "同一项"))
			continue
		}
		if first, twice := ordinals[i.Ordinal]; twice && i.Ordinal > 0 {
			d := whole(t, fmt.Sprintf("序号“%s”重复", i.Number), "更正其中一项的序号")
			out = append(out, noted(d, numberText(first).At, "另一个“"+first.Number+"”"))
		}
		ids[i.ID], ordinals[i.Ordinal] = i, i
	}
	return out
}

// itemOrder reports gaps and jumps in the printed numbers of items, which run
// through all parts of the annex. A number that its file's name contradicts is
// itemFiles', a repeated one duplicateItems'.
func itemOrder(s *scene) []diag.Diagnostic {
	var list []numbered
	seen := map[int]bool{}
	for _, i := range s.Annex.Items() {
		n := i.Ordinal
		if file, numeric := fileNumber(i); numeric {
			n = file
		}
		if n > 0 && !seen[n] {
			seen[n] = true
			list = append(list, numbered{value: n, text: numberText(i)})
		}
	}
	return sequence(list, zh.Ordinal)
}

// itemFiles compares an item's file name with its printed number. Names that
// are no numbers say nothing and are free.
func itemFiles(s *scene) []diag.Diagnostic {
	var out []diag.Diagnostic
	for _, i := range s.everyItem() {
		n, numeric := fileNumber(i)
		if !numeric || n == i.Ordinal || i.Ordinal == 0 {
			continue
		}
		out = append(out, whole(numberText(i), fmt.Sprintf("编号“%s”的整改项印的是“%s”", i.ID, i.Number),
			fmt.Sprintf("编号（文件名）应为“%02d”，或序号应为“%s”", i.Ordinal, zh.Ordinal(n))))
	}
	return out
}

// fileNumber reads the number that names an item's file.
func fileNumber(i dossier.Item) (n int, numeric bool) {
	n, err := strconv.Atoi(i.ID)
	return n, err == nil && n > 0
}
