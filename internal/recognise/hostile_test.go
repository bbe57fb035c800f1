package recognise_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"hongtou/internal/manuscript"
	"hongtou/internal/recognise"
	"hongtou/internal/testkit/bounds"
)

// TestScrambled cuts, repeats and mixes lists: whatever comes out, every
// character is accounted for.
func TestScrambled(t *testing.T) {
	seeds := []string{second, usualForm().write(neutralTasks()[:4]), pasted(handmade())[:9000], letterText()}
	rnd := rand.New(rand.NewPCG(1, 2))
	bits := []string{"：", "。", "（", "）", "责任单位：", "整改目标", "第一项，", "（一）", "1.", "\n", "\n\n", " ", "\t", "【", "】", "\"", "附件", "关于修改《甲》的通知", "2023年3月5日", "\u00ad", "①", "序号"}
	for round := 0; round < 400; round++ {
		rs := []rune(strings.ToValidUTF8(seeds[round%len(seeds)], ""))
		from := rnd.IntN(len(rs))
		rs = append([]rune(nil), rs[from:min(len(rs), from+600)]...)
		for k := rnd.IntN(12); k > 0; k-- {
			i := rnd.IntN(len(rs) + 1)
			switch rnd.IntN(3) {
			case 0:
				rs = append(rs[:i:i], append([]rune(bits[rnd.IntN(len(bits))]), rs[i:]...)...)
			case 1:
				rs = append(rs[:i:i], rs[min(len(rs), i+rnd.IntN(20)):]...)
			default:
				j := rnd.IntN(len(rs) + 1)
				rs = append(rs, rs[min(i, j):max(i, j)]...)
			}
		}
		ms := []manuscript.Manuscript{paste("a.txt", string(rs))}
		d, rep := recognise.Recognise(ms, nil)
		if err := recognise.Account(ms, d, rep); err != nil {
			t.Fatalf("%v in\n%s", err, string(rs))
		}
	}
}

func letterText() string {
	m := withFrame(neutralTasks()[:2])[0]
	var b strings.Builder
	for _, block := range m.Blocks {
		b.WriteString(block.Text + "\n")
	}
	return b.String()
}

// TestHostileSizes: texts that repeat what costs most cost no more than their
// length.
func TestHostileSizes(t *testing.T) {
	for _, c := range []struct {
		name, head, unit, middle, close string
		times                           int
	}{
		{"labels in a line", "", "整改目标：", "", "", 8000},
		{"labels in lines", "", "责任单位：甲\n", "", "", 8000},
		{"numbers", "", "（一）甲。", "", "", 8000},
		{"openers", "", "第一项，甲。整改目标：乙。", "", "", 3000},
		{"brackets", "", "（", "责任单位：甲", "）", 20000},
		{"quotes", "", "\"甲", "", "", 20000},
		{"wrapped", "第一项，甲。\n整改目标：乙\n整改措施：", "甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸\n", "", "", 3000},
		{"names", "", "第一项，甲。\n责任人员：张三 李四 王五\n责任单位：甲局 乙局\n", "", "", 1500},
		{"spaces", "", "甲 ", "", "", 20000},
		{"titles", "", "关于甲乙\n", "", "", 8000},
	} {
		bounds.Linear(t, c.name, c.times, func(n int) func() {
			ms := []manuscript.Manuscript{paste("a.txt", c.head+strings.Repeat(c.unit, n)+c.middle+strings.Repeat(c.close, n))}
			return func() {
				d, rep := recognise.Recognise(ms, nil)
				if err := recognise.Account(ms, d, rep); err != nil {
					t.Errorf("%s: %v", c.name, err)
				}
			}
		})
	}
}
