package deadline

import (
	"strings"
	"unicode/utf8"
)

// standingWords make a clause a standing one.
var standingWords = []string{"长期", "持续", "常态化", "一以贯之", "坚持不懈"}

// atOnceWords make a clause one that is due now.
var atOnceWords = []string{
	"立行立改", "立查立改", "立知立改", "即知即改", "即查即改", "边查边改", "马上整改", "立即整改", "立即",
}

func isStanding(clause string) bool { return containsAny(clause, standingWords) }

// atOnce finds the first word that makes a clause due now: where it begins and
// ends, in characters.
func atOnce(clause string) (from, to int, ok bool) {
	for _, w := range atOnceWords {
		if before, _, found := strings.Cut(clause, w); found {
			n := utf8.RuneCountInString(before)
			return n, n + utf8.RuneCountInString(w), true
		}
	}
	return 0, 0, false
}

func isDone(clause string) bool {
	return containsAny(clause, []string{"已完成", "已整改", "已办结", "已销号"}) ||
		strings.Contains(clause, "已于") && strings.Contains(clause, "完成")
}

// isEvent recognises what other people's acts decide: 根据…批复时间确定, 印发后
// 30日内, 与…同步.
func isEvent(clause string) bool {
	switch {
	case containsAny(clause, []string{"根据", "按照", "依据", "按"}) && strings.Contains(clause, "确定"):
		return true
	case containsAny(clause, []string{"之日起", "后", "收到"}) && strings.HasSuffix(clause, "内"):
		return true
	}
	return containsAny(clause, []string{"同步完成", "同步推进", "序时进度"})
}

// trimLead removes the words that lead to a date and say nothing themselves.
func trimLead(s string) string {
	s = strings.TrimSpace(s)
	for trimmed := true; trimmed; {
		trimmed = false
		for _, w := range []string{"力争", "确保", "务必", "截至", "截止", "于", "到", "在", "至", "已", "应", "须", "需", "要"} {
			if rest, ok := strings.CutSuffix(s, w); ok {
				s, trimmed = rest, true
			}
		}
	}
	return s
}

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// number reads a run of min to max digits that no further digit follows.
func (r *reading) number(minimum, maximum int) (n int, ok bool) {
	j := r.i
	for j < len(r.rs) && isDigit(r.rs[j]) && j-r.i <= maximum {
		n = n*10 + int(r.rs[j]-'0')
		j++
	}
	if j-r.i < minimum || j-r.i > maximum {
		return 0, false
	}
	r.i = j
	return n, true
}

// word reads the first of the words that stands here.
func (r *reading) word(words ...string) bool {
	for _, w := range words {
		ws := []rune(w)
		if len(r.rs)-r.i >= len(ws) && string(r.rs[r.i:r.i+len(ws)]) == w {
			r.i += len(ws)
			return true
		}
	}
	return false
}
