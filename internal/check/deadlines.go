package check

import (
	"fmt"

	"hongtou/internal/deadline"
	"hongtou/internal/diag"
	"hongtou/internal/dossier"
	"hongtou/internal/zh"
)

var deadlineField = []dossier.FieldKind{dossier.Deadline}

// unreadableDeadlines reports deadlines whose wording names no time, or no
// year. A plan may have been issued like that, so nothing is stopped by it.
func unreadableDeadlines(s *scene) []diag.Diagnostic {
	return s.unreadable(func(r deadline.Reason) bool { return r != deadline.NoSuchDay })
}

// impossibleDeadlines reports days that the calendar does not have.
func impossibleDeadlines(s *scene) []diag.Diagnostic {
	return s.unreadable(func(r deadline.Reason) bool { return r == deadline.NoSuchDay })
}

func (s *scene) unreadable(asked func(deadline.Reason) bool) []diag.Diagnostic {
	return s.eachNew(deadlineField, func(_ duty, f said) []diag.Diagnostic {
		var out []diag.Diagnostic
		if f.Value.Value == "" {
			return nil
		}
		_, problems := deadline.Parse(f.Value.Value)
		for _, p := range problems {
			if !asked(p.Reason) {
				continue
			}
			message, hint := deadlineProblem(p.Reason)
			words := f.Value.Slice(p.Offset, p.Offset+p.Length)
			out = append(out, whole(words, fmt.Sprintf("%s“%s”%s", f.Label.Value, short(words.Value), message), hint))
		}
		return out
	})
}

func deadlineProblem(r deadline.Reason) (message, hint string) {
	switch r {
	case deadline.NoYear:
		return "没有年份", "写作“2020年11月底前”，年份用阿拉伯数字"
	case deadline.NoSuchDay:
		return "在日历上不存在", "更正年月日"
	}
	return "中读不出时间", "写作“2020年年底前”“2020年11月底前”或“立行立改，长期坚持”"
}

// pastDeadlines reports deadlines that were over when their notice was
// issued.
func pastDeadlines(s *scene) []diag.Diagnostic {
	return s.stages(func(d duty, f said, st deadline.Stage) (string, string) {
		if st.Kind != deadline.Dated || d.by.Date.Year == 0 || dateISO(st.By) >= d.by.Date.ISO() {
			return "", ""
		}
		return fmt.Sprintf("%s“%s”早于发文日期%s", f.Label.Value, st.Words, d.by.Date.Value),
			"核对年份；已完成的写明“已完成”"
	})
}

// ambiguousDeadlines reports 6月前, which may mean May or June.
func ambiguousDeadlines(s *scene) []diag.Diagnostic {
	return s.stages(func(_ duty, _ said, st deadline.Stage) (string, string) {
		if !st.Ambiguous {
			return "", ""
		}
		return fmt.Sprintf("“%s”是否包括当月（年）不明确，台账按%d年%d月%d日计", st.Words, st.By.Year, st.By.Month, st.By.Day),
			"拟稿时写作“月底前”“年底前”"
	})
}

func (s *scene) stages(judge func(duty, said, deadline.Stage) (message, hint string)) []diag.Diagnostic {
	return s.eachNew(deadlineField, func(d duty, f said) []diag.Diagnostic {
		var out []diag.Diagnostic
		read, _ := deadline.Parse(f.Value.Value)
		for _, st := range read.Stages {
			if message, hint := judge(d, f, st); message != "" {
				out = append(out, mark(f.Value.Position(st.Offset), st.Length, message, hint))
			}
		}
		return out
	})
}

func dateISO(d zh.Date) string {
	return dossier.Date{Year: d.Year, Month: d.Month, Day: d.Day}.ISO()
}

// short cuts a text for a message.
func short(s string) string {
	rs := []rune(s)
	if len(rs) <= excerptLength {
		return s
	}
	return string(rs[:excerptLength]) + "……"
}
