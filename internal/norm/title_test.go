package norm_test

import (
	"testing"

	"hongtou/internal/norm"
)

// titled puts other lines into the place of the title.
func titled(lines ...string) func(*sheet) {
	return func(s *sheet) {
		s.remove("title")
		s.title(158.9-float64(len(lines)-2)*12.6, lines...)
	}
}

func TestTitleClauses(t *testing.T) {
	const face, at, centre, form, breaks = "7.3.1 字号字体", "7.3.1 位置", "7.3.1 居中", "7.3.1 形状", "7.3.1 回行"
	try(t, []trial{
		{name: "as it should be", clause: face, make: official, want: norm.Holds, value: "首个标题字号", number: 22, unit: "pt", place: "title"},
		{name: "黑体", clause: face, make: official, alter: inFace("title", hei), want: norm.Fails, place: "title", says: hei},
		{name: "小二", clause: face, make: official, alter: on("title", func(t *text) { t.size, t.cell = 18, 18*pt; t.centre(106) }), want: norm.Fails, value: "首个标题字号", number: 18, unit: "pt", place: "title"},
		{name: "unnamed face", clause: face, make: official, alter: inFace("title", unnamed), want: norm.Unproven, place: "title"},
		{name: "none", clause: face, make: bare, want: norm.Absent},

		{name: "as it should be", clause: at, make: official, want: norm.Holds, value: "线下空", number: 22.6, unit: "mm", place: "title"},
		{name: "right under the line", clause: at, make: official, alter: shift("title", 0, -10), want: norm.Fails, value: "线下空", number: 12.6, unit: "mm", place: "title"},
		{name: "none under a red head", clause: at, make: untitled, want: norm.Fails, says: "没有标题"},
		{name: "no red head", clause: at, make: plain, want: norm.Absent},

		{name: "as it should be", clause: centre, make: official, want: norm.Holds, value: "偏离中线", unit: "mm", place: "title"},
		{name: "all 1 mm to the right", clause: centre, make: official, alter: everything(1, 0, anyPage), want: norm.Holds, value: "偏离中线", unit: "mm"},
		{name: "4 mm off", clause: centre, make: official, alter: shift("title", 4, 0), want: norm.Fails, value: "偏离中线（最大）", number: 4, unit: "mm", place: "title"},
		{name: "none", clause: centre, make: bare, want: norm.Absent},

		{name: "two lines", clause: form, make: official, want: norm.Holds, says: "梯形", place: "title"},
		{name: "diamond", clause: form, make: official, alter: titled("甲市乙县", "人民政府关于整改工作", "方案的通知"), want: norm.Holds, says: "菱形"},
		{name: "hourglass", clause: form, make: official, alter: titled("甲市乙县人民政府关于", "整改", "工作方案和任务的通知"), want: norm.Fails, says: "沙漏", place: "title"},
		{name: "rectangle", clause: form, make: official, alter: titled("甲市乙县人民政府", "关于整改工作方案", "和任务分工的通知"), want: norm.Fails, says: "矩形"},
		{name: "one character at the end", clause: form, make: official, alter: titled("甲市乙县人民政府整改通", "知"), want: norm.Fails, says: "末行一字"},
		{name: "one line", clause: form, make: plain, want: norm.Absent},

		{name: "as it should be", clause: breaks, make: official, want: norm.Holds, place: "title"},
		{name: "ends with an opening mark", clause: breaks, make: official, alter: titled("甲市乙县人民政府印发《", "方案》的通知"), want: norm.Fails, place: "title", says: "行末“《”"},
		{name: "begins with a closing mark", clause: breaks, make: official, alter: titled("甲市乙县人民政府印发《方案", "》的通知"), want: norm.Fails, says: "行首“》”"},
		{name: "number torn apart", clause: breaks, make: official, alter: titled("甲市乙县人民政府关于20", "26年工作的通知"), want: norm.Fails, says: "数字拆开"},
		{name: "none", clause: breaks, make: bare, want: norm.Absent},
	})
}

// untitled is a red head with text right under it, far enough from the top that
// no line is taken for a title.
func untitled() *sheet {
	s := official()
	removed("title", "recipients")(s)
	return s
}

func TestRecipientClauses(t *testing.T) {
	const at, colon = "7.3.2 位置", "7.3.2 冒号"
	try(t, []trial{
		{name: "as it should be", clause: at, make: official, want: norm.Holds, value: "距版心左缘", unit: "mm", place: "recipients"},
		{name: "all 1 mm to the right", clause: at, make: official, alter: everything(1, 0, anyPage), want: norm.Holds},
		{name: "indented", clause: at, make: official, alter: shift("recipients", 2*zi, 0), want: norm.Fails, value: "距版心左缘", number: 2 * zi, unit: "mm", place: "recipients"},
		{name: "right under the title", clause: at, make: official, alter: shift("recipients", 0, -8), want: norm.Fails, place: "recipients", says: "标题下空"},
		{name: "in the imprint", clause: at, make: moved, want: norm.Absent},

		{name: "as it should be", clause: colon, make: official, want: norm.Holds, place: "recipients"},
		{name: "half-width", clause: colon, make: official, alter: says("recipients", "各乡镇人民政府:"), want: norm.Fails, place: "recipients"},
		{name: "in the imprint", clause: colon, make: moved, want: norm.Absent},
	})
}
