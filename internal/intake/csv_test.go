package intake

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

func TestCSVFields(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"comma", "序号,任务\r\n1,\"甲,\"\"乙\"\"\r\n丙\"\r\n2,丁", "1 [序号 1x1][任务 1x1]\n2 [1 1x1][甲,\"乙\"/丙 1x1]\n3 [2 1x1][丁 1x1]\n"},
		{"tab", "序号\t任务，一,二\n1\t甲\n", "1 [序号 1x1][任务，一,二 1x1]\n2 [1 1x1][甲 1x1]\n"},
		{"semicolon", "序号;任务\n1;甲,乙\n2;丙", "1 [序号 1x1][任务 1x1]\n2 [1 1x1][甲,乙 1x1]\n3 [2 1x1][丙 1x1]\n"},
		{"stated", "sep=|\n序号|任务,\n", "2 [序号 1x1][任务, 1x1]\n"},
		{"uneven and lazy quotes", "甲,乙\"丙\"\n丁,\n,\"戊\"己\n", "1 [甲 1x1][乙\"丙\" 1x1]\n2 [丁 1x1][ 1x1]\n3 [ 1x1][戊己 1x1]\n"},
		{"one column", "任务\n甲\n", "1 [任务 1x1]\n2 [甲 1x1]\n"},
	}
	for _, c := range cases {
		gbk, _ := simplifiedchinese.GBK.NewEncoder().String(c.in)
		for _, in := range []string{c.in, gbk} {
			if got := show(read(t, "a.csv", in, Options{})); got != c.want {
				t.Errorf("%s: got\n%swant\n%s", c.name, got, c.want)
			}
		}
	}
	m := read(t, "a.csv", cases[0].in, Options{})
	if line := m.Blocks[0].Rows[2][0].Place.Line; line != 4 {
		t.Errorf("line %d", line)
	}
	if e := refused(t, "open quote", "a.csv", "甲,乙\n丙,\"丁\n", Options{}); e != nil && (e.Code != "quotes" || e.Line != 2) {
		t.Errorf("%+v", e)
	}
	few := Limits{Cells: 3}
	if e := refused(t, "cells", "a.csv", strings.Repeat("甲,", 9), Options{Limits: few}); e != nil && e.Code != "too-much" {
		t.Errorf("%+v", e)
	}
}

func FuzzCSV(f *testing.F) {
	f.Add("序号,任务\r\n1,\"甲,\"\"乙\"\"\r\n丙\"\r\n2,丁")
	f.Add("sep=;\n;;\"\"\n")
	f.Fuzz(func(t *testing.T, in string) {
		m, err := readCSV([]byte(in), Options{Limits: Standard()})
		if err == nil {
			sound(t, m)
		}
	})
}
