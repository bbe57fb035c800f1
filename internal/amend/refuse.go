package amend

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// Codes of refusals.
const (
	codeTarget = "change-target"  // there is no such thing
	codeExpect = "change-expect"  // the expected text is not there
	codeFind   = "change-find"    // the passage is not there, or more than once
	codeTwice  = "change-twice"   // carried out before, or twice in one notice
	codeOrder  = "change-order"   // would fit before or after another notice
	codeNumber = "change-number"  // printed numbers that contradict each other
	codeDate   = "amendment-date" // dated before the plan
	codeLimit  = "change-limit"   // more than anybody prints
)

// refusal is a change that was not carried out. What it says is put together
// when all notices are known.
type refusal struct {
	turn
	code      string
	reason    string // continues 第N份修改通知（…）
	hint      string
	address   dossier.Address // of what was looked for
	now       []dossier.Text  // what stands there
	earlier   *dossier.Change // of the same notice, that did the same
	explained bool            // no other notice can be the reason
}

// unknown refuses a change of something that is not there; a is where it
// would be, there lists what is.
func (t *turn) unknown(a dossier.Address, what string, there ...string) *refusal {
	const most = 12
	hint := "核对修改指令中的对象"
	if len(there) > most {
		there = append(slices.Clip(there[:most]), "……")
	}
	if len(there) > 0 {
		hint += "；现有：" + strings.Join(there, "、")
	}
	return &refusal{code: codeTarget, reason: "修改的对象不存在：" + what, hint: hint, address: a}
}

// doneBefore refuses a change after which the text would be what it is.
func (t *turn) doneBefore(a dossier.Address, now []dossier.Text) *refusal {
	return &refusal{
		code: codeTwice, address: a, now: now,
		reason: fmt.Sprintf("对%s的修改已经执行过：现文已是%s", t.subject(), short(dossier.Lines(now))),
		hint:   "删去重复的修改指令；确为重申原文的，写明expect=" + dossier.ExpectHash(dossier.Lines(now)),
	}
}

// expects refuses a change whose expected text is not there, or whose new
// text stands there already.
func (t *turn) expects(a dossier.Address, now, next []dossier.Text) *refusal {
	text := dossier.Lines(now)
	given := !t.change.Expect.IsZero()
	switch {
	case given && meets(t.change.Expect.Value, text):
		return nil
	case next != nil && text == dossier.Lines(next):
		return t.doneBefore(a, now)
	case given:
		return &refusal{code: codeExpect, address: a, now: now}
	}
	return nil
}

// meets says whether a text is the expected one, given in full or as its hash.
func meets(expect, text string) bool {
	return expect == text || expect == dossier.ExpectHash(text)
}

var hashForm = regexp.MustCompile(`^[0-9a-f]{8}$`)

// problems gives what was refused in the first n notices.
func (c *chain) problems(n int) diag.List {
	out := c.limit
	for i := range c.refused {
		if r := &c.refused[i]; r.n < n {
			out.Add(c.explain(r))
		}
	}
	return out
}

func (c *chain) explain(r *refusal) diag.Diagnostic {
	switch {
	case r.code == codeExpect:
		return c.unmet(r)
	case r.code == codeFind && !r.explained:
		return c.unfound(r)
	case r.code == codeTarget:
		c.gone(r)
	}
	d := diag.Diagnostic{Code: r.code, Message: c.noticeName(r.n) + r.reason, Hint: r.hint, At: r.change.At}
	if r.code == codeDate {
		d.At, d.Length = r.notice.Date.At, r.notice.Date.Len()
		d.Notes = []diag.Note{{Message: "印发通知的成文日期", At: c.issued.Notice.Date.At}}
	}
	if r.earlier != nil {
		d.Notes = append(d.Notes, diag.Note{Message: "前一处", At: r.earlier.At})
	}
	if len(r.now) > 0 {
		d.Notes = append(d.Notes, diag.Note{Message: "现文，出自" + c.noticeName(c.author(r.address, r.n)), At: r.now[0].At})
	}
	return d
}

// gone explains a missing target that another notice deletes or inserts.
func (c *chain) gone(r *refusal) {
	for _, v := range slices.Backward(c.history[r.address]) {
		switch {
		case v.Verb == dossier.Delete && v.turn <= r.n && r.change.Verb == dossier.Delete:
			r.code, r.reason = codeTwice, fmt.Sprintf("对%s的修改已经执行过：已由%s删去", r.subject(), c.noticeName(v.turn))
			r.hint = "删去重复的修改指令"
			return
		case v.Verb == dossier.Delete && v.turn <= r.n:
			r.reason += fmt.Sprintf("，已由%s删去", c.noticeName(v.turn))
			return
		case v.Verb == dossier.Insert && v.turn > r.n:
			r.code = codeOrder
			order, step := c.side(r.n, v.turn, "之后")
			r.reason += fmt.Sprintf("；%s才增加，%s", c.noticeName(v.turn), order)
			r.hint = step
			return
		}
	}
}

// side says that notice n stands on the wrong side of another one, and where
// it should stand.
func (c *chain) side(n, other int, should string) (order, step string) {
	wrong := map[string]string{"之后": "早于", "之前": "晚于"}[should]
	name := c.noticeName(other)
	if dayOf(c.notices[other]) == dayOf(c.notices[n]) {
		return "本通知同日发文，次序却" + wrong + "该通知", fmt.Sprintf("核对文件名末尾的序号，应排在%s%s", name, should)
	}
	return "本通知的成文日期却" + wrong + "该通知", fmt.Sprintf("核对成文日期，应在%s%s", name, should)
}

// tooEarly refuses a notice that is older than the plan.
func (c *chain) tooEarly(n int) refusal {
	return refusal{
		turn: turn{draft: c.draft, n: n, notice: c.notices[n], change: &dossier.Change{}}, code: codeDate,
		reason: "的成文日期早于" + c.noticeName(-1) + "，不予执行", hint: "核对日期",
	}
}

// author is the notice whose words stand at an address when notice n comes.
func (c *chain) author(a dossier.Address, n int) int {
	out := -1
	for _, v := range c.history[a] {
		if v.turn <= n && !v.Restated {
			out = v.turn
		}
	}
	return out
}
