package xlsx

import (
	"reflect"
	"strings"
	"testing"

	"hongtou/internal/doc"
)

// Each member of the family is itself, and no two look alike: excelize gives
// looks that are the same one number.
func TestFamilyIsDistinct(t *testing.T) {
	for i, m := range family {
		if got := m.look.member(); got != i {
			t.Errorf("%s is taken for %s", m.name, family[got].name)
		}
		for _, other := range family[:i] {
			if reflect.DeepEqual(m.look.build(), other.look.build()) {
				t.Errorf("%s looks like %s", m.name, other.name)
			}
		}
	}
}

func TestMargins(t *testing.T) {
	for _, c := range []struct {
		title, edition, own, header string
	}{
		{"甲", "2021-03-04", "", `甲&R&9&"宋体,Regular"2021年3月4日版`},
		{"甲&乙\n丙", "2021-03-04", "二〇二一年", `甲&&乙 丙&R&9&"宋体,Regular"二〇二一年版`},
		{"2号", "", "", `2号&R&9&"宋体,Regular"`},
		{strings.Repeat("长", 80), "2021-12-31", "", strings.Repeat("长", 44) + `……&R&9&"宋体,Regular"2021年12月31日版`},
		{strings.Repeat("&", 200), "2021-12-31", strings.Repeat("久", 300), ""},
	} {
		w := one(cell("字"))
		w.Meta, w.Sheets[0].Edition = doc.Meta{Title: c.title, Edition: c.edition}, runs(c.own)
		hf, err := opened(t, render(t, w)).GetHeaderFooter("表")
		if err != nil || utf16Len(hf.OddHeader) > maxMargin {
			t.Fatalf("%.9s: %v %d", c.title, err, utf16Len(hf.OddHeader))
		}
		if want := `&L&9&"宋体,Regular"` + c.header; c.header != "" && hf.OddHeader != want {
			t.Errorf("%q\nwant %q", hf.OddHeader, want)
		}
	}
}

// A row of a filtered sheet that goes on tells its keys again: a filter on
// them shows all of it.
func TestFilteredRowGoesOn(t *testing.T) {
	w := one(cell("1"))
	w.Sheets[0].Filter = true
	w.Sheets[0].Table.Head, w.Sheets[0].Table.Columns = head("序号", "日期", "内容"), columns(6, 12, 40)
	long := sentences("长", 60)
	w.Sheets[0].Table.Rows[0].Cells = []doc.Cell{cell("1"), {Date: "2021-03-04"}, cell(long)}
	rows, err := opened(t, render(t, w)).GetRows("表")
	if err != nil || len(rows) < 3 {
		t.Fatal(rows, err)
	}
	got := ""
	for _, r := range rows[1:] {
		if r[0] != "1" || r[1] != "2021-03-04" {
			t.Errorf("keys %q", r[:2])
		}
		got += r[2]
	}
	if got != long {
		t.Error("the text is not there once")
	}
}

func TestTableNames(t *testing.T) {
	taken := map[string]bool{}
	for _, c := range [][2]string{{"第七项（一）申请", "表_第七项_一_申请"}, {"第七项(一)申请", "表_第七项_一_申请_2"}, {"a b", "表_a_b"}, {"A-B", "表_A_B_2"}} {
		if got := tableName(c[0], taken); got != c[1] {
			t.Errorf("%s: %s, want %s", c[0], got, c[1])
		}
	}
}

// The first link of an overview is the way back; what has a link of its own
// keeps it.
func TestLinksLeadBack(t *testing.T) {
	w := sample()
	again := cell("1")
	again.Link = "item-01"
	w.Sheets[1].Table.Rows[1].Cells[0] = again
	f := opened(t, render(t, w))
	if has, to, err := f.GetCellHyperLink("整改措施", "A5"); err != nil || !has || to != "at_from_item_01" {
		t.Errorf("%v %q %v", has, to, err)
	}
	if has, _, _ := f.GetCellHyperLink("整改措施", "A7"); has {
		t.Error("a way back to a link that is not there")
	}
}

func TestLabelThatGoesOn(t *testing.T) {
	b := &body{ruler: &ruler{}, columns: []int{12}}
	for text, want := range map[string]string{"2": "2（续）", "整改措施一": "整改措施一\n（续）"} {
		a := area{right: 1, text: newPassage([][]doc.Inline{runs(text)}, false)}
		if got := string(b.goesOn(&a).runes); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
