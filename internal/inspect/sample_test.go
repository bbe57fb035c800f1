package inspect

import (
	"bytes"
	"image"
	"image/png"
	"math"
	"testing"

	"hongtou/internal/gbt9704"
	"hongtou/internal/norm"
	"hongtou/internal/printout"
	"hongtou/internal/textlint"
)

// hostile is text that a file may hold to break out of a report.
const hostile = `</td></table><script>alert(1)</script><img src=x onerror=alert(2)>"' javascript:{{.}}`

// clause is a made-up clause.
func clause(id, part string, strength gbt9704.Strength, tolerance string) norm.Clause {
	return norm.Clause{ID: id, Part: part, Strength: strength, Requirement: "要求" + part, Tolerance: tolerance}
}

// sample is a file with every verdict, and with places inside, outside and
// nowhere on its pages.
func sample(t testing.TB) File {
	t.Helper()
	at := func(page int, x0, y0, x1, y1 float64, note string) norm.Place {
		return norm.Place{Page: page, Box: printout.Box{X0: x0, Y0: y0, X1: x1, Y1: y1}, Note: note}
	}
	return File{
		Path: "甲/通知.pdf", Bytes: 123456, SHA256: "00ff", Pages: 3, Producer: "某软件 1.0", Form: "公文",
		Paper:   []Size{{210, 297}, {210, 297}, {297, 210}},
		Notices: []string{"第2页有看不见的文字"},
		Rows: []Row{
			{clause("5.1", "幅面", gbt9704.Must, "±0.5 mm"), norm.Result{Verdict: norm.Holds, Measured: "3页，首页210.0 × 297.0 mm",
				Values: []norm.Value{{Name: "宽", Number: 210, Unit: "mm"}}}},
			{clause("5.2.1", "订口", gbt9704.Must, "±0.5 mm"), norm.Result{Verdict: norm.Fails, Measured: "顶格行左缘29.0 mm；2处不合",
				Values: []norm.Value{{Name: "左缘", Number: 29.004, Unit: "mm"}},
				Pages:  []int{2, 3},
				Places: []norm.Place{
					at(2, 29, 40, 184, 46, "第2页“甲”在29.0 mm"), at(2, 29, 50.4, 184, 56, "第2页“乙”在29.0 mm"),
					at(3, 29, 100, 270, 106, "第3页“丙”在29.0 mm"),
				}}},
			{clause("7.2.4", "等宽", gbt9704.Custom, ""), norm.Result{Verdict: norm.Fails, Measured: "相差2 mm", Pages: []int{1}, Places: []norm.Place{at(1, -5, 70, 300, 90, "")}}},
			{clause("7.2.4", "上边缘", gbt9704.Recommended, "±1 mm"), norm.Result{Verdict: norm.Fails, Measured: hostile, Pages: []int{1}, Places: []norm.Place{at(1, 60, 70, 150, 90, hostile)}}},
			{clause("7.3.1", "居中", gbt9704.Must, "±1 mm"), norm.Result{Verdict: norm.Unproven, Measured: "字体名称不说明字形"}},
			{clause("7.3.2", "位置", gbt9704.Usually, ""), norm.Result{Verdict: norm.Fails, Measured: "左缘30 mm", Pages: []int{1}, Places: []norm.Place{{Page: 1}, at(1, 60.2, 70.3, 150, 90, "")}}},
			{clause("8", "方向", gbt9704.Must, ""), norm.Result{Verdict: norm.Absent}},
			{clause("10.1", "标志", gbt9704.Must, ""), norm.Result{Verdict: norm.Absent}},
		},
		Advice: []textlint.Advice{
			{Rule: "half-width", Basis: "GB/T 15834", Page: 1, Box: printout.Box{X0: 60, Y0: 120, X1: 66, Y1: 126}, Text: "甲,乙", Message: "“,”改为“，”"},
			{Rule: "half-width", Basis: "GB/T 15834", Page: 3, Box: printout.Box{X0: math.NaN(), Y0: 1, X1: math.Inf(1), Y1: 2}, Text: hostile, Message: hostile},
		},
		Pictures: []Picture{{Page: 1, PNG: dot(t)}, {Page: 2, PNG: dot(t)}, {Page: 3, Trouble: "这一页画不出来：超过上限"}},
		Hidden:   2,
	}
}

// dot is a small picture.
func dot(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 2, 3))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// unread is a file that could not be measured.
func unread() File {
	return File{Path: "乙/坏.pdf", Problem: &Problem{"damaged", "文件已损坏，无法打开", "请重新导出"}}
}
