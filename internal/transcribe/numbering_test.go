package transcribe_test

import (
	"strings"
	"testing"

	"hongtou/internal/diag"
	"hongtou/internal/transcribe"
)

// TestNumberings keeps the numbers of items as the source prints them where the
// format can, and writes 第N项， where it cannot; all of them load and
// check: what is wrong with the numbers, such as a gap, was so in the source.
func TestNumberings(t *testing.T) {
	for _, c := range []struct{ name, one, two, numbering, first, second string }{
		{"dots", "1.", "2.", "1.", "1.", "2."},
		{"brackets", "（一）", "（二）", "（一）", "（一）", "（二）"},
		{"arabic brackets", "（1）", "（2）", "（1）", "（1）", "（2）"},
		{"one comma among dots", "1.", "2、", "", "第一项，", "第二项，"},
		{"commas", "1、", "2、", "", "第一项，", "第二项，"},
		{"circles", "①", "②", "", "第一项，", "第二项，"},
		{"usual", "第一项，", "第二项，", "", "第一项，", "第二项，"},
		{"from 1 again", "1.", "1.", "", "第一项，", "第二项，"},
		{"a gap", "1.", "3.", "1.", "1.", "3."},
	} {
		for _, measure := range []string{"（一）|（二）", "1.|2.", "（1）|（2）", "①|②"} {
			m1, m2, _ := strings.Cut(measure, "|")
			text := strings.NewReplacer("1.管网", c.one+"管网", "2.扬尘", c.two+"扬尘", "（一）加强", m1+"加强", "（二）依法", m2+"依法").Replace(letter)
			d, rep := read(text)
			res := transcribe.Write(d, nil)
			if d.Annex.Numbering != c.numbering {
				t.Errorf("%s %s: numbering %q, want %q", c.name, measure, d.Annex.Numbering, c.numbering)
			}
			if n := len(d.Annex.Items()); n != 2 {
				t.Errorf("%s %s: %d items", c.name, measure, n)
				continue
			}
			for i, want := range []string{c.first + "管网建设滞后。", c.second + "扬尘治理不力。"} {
				if got := d.Annex.Items()[i].Problem[0].Value(); got != want {
					t.Errorf("%s %s: %q, want %q", c.name, measure, got, want)
				}
			}
			if len(rep.Unplaced) > 0 {
				t.Errorf("%s %s: %v", c.name, measure, rep.Unplaced)
			}
			for _, x := range problems(t, res) {
				if x.Severity == diag.Error && x.Code != "number-form" && c.name != "a gap" {
					t.Errorf("%s %s: %s %s:%d %s", c.name, measure, x.Code, x.At.File, x.At.Line, x.Message)
				}
			}
		}
	}
}

// TestOtherWords proposes words for a plan that does not speak of 整改, and says
// that they are a proposal.
func TestOtherWords(t *testing.T) {
	d, _ := read(strings.ReplaceAll(strings.ReplaceAll(letter, "甲市整改", "甲市提升"), "整改", "提升"))
	res := transcribe.Write(d, nil)
	y := string(res.Files["dossier.yaml"])
	for _, want := range []string{"# 来源里没有“整改”", "words:\n", "  整改: 落实\n", "  整改措施清单: 任务清单\n"} {
		if !strings.Contains(y, want) {
			t.Errorf("%q is missing:\n%s", want, y)
		}
	}
	for _, x := range problems(t, res) {
		if x.Severity == diag.Error {
			t.Errorf("%s %s:%d %s", x.Code, x.At.File, x.At.Line, x.Message)
		}
	}
}
