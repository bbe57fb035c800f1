package amend

import (
	"fmt"
	"regexp"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// Codes of refusals.
const (
	codeTarget = "change-target"  // there is no such thing
	codeExpect = "change-expect"  // the expected text is not there
	codeTwice  = "change-twice"   // carried out before, or twice in one notice
	codeOrder  = "change-order"   // the expected text is there before or after another notice
	codeDate   = "amendment-date" // dated before the plan
)

// refusal is a change that was not carried out. What it says is put together
// when all notices are known.
type refusal struct {
	turn
	code    string
	reason  string // continues 第N份修改通知（…）
	hint    string
	address dossier.Address // of an expectation, or of a missing target
	now     []dossier.Text  // what stands there instead of the expected text
}

// unknown refuses a change of something that is not there.
func (t *turn) unknown(a dossier.Address, what string) *refusal {
	return &refusal{code: codeTarget, reason: "修改的对象不存在：" + what, hint: "核对修改指令中的对象", address: a}
}

// expects refuses a change whose expected text is not there, or whose new
// text stands there already.
func (t *turn) expects(a dossier.Address, now, next []dossier.Text) *refusal {
	text := dossier.Lines(now)
	given := !t.change.Expect.IsZero()
	switch {
	case given && meets(t.change.Expect.Value, text):
		return nil
	case text == dossier.Lines(next):
		return &refusal{code: codeTwice, address: a, now: now,
			reason: fmt.Sprintf("对%s的修改已经执行过：现文已是%s", t.subject(), short(text)), hint: "删去重复的修改指令；确为重申原文的，写明expect=" + dossier.ExpectHash(text)}
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
	var out diag.List
	for i := range c.refused {
		if r := &c.refused[i]; r.n < n {
			out.Add(c.explain(r))
		}
	}
	return out
}

func (c *chain) explain(r *refusal) diag.Diagnostic {
	if r.code == codeExpect {
		return c.unmet(r)
	}
	d := diag.Diagnostic{Code: r.code, Message: c.noticeName(r.n) + r.reason, Hint: r.hint, At: r.change.At}
	if len(r.now) > 0 {
		d.Notes = []diag.Note{{Message: "现文，出自" + c.noticeName(c.author(r.address, r.n)), At: r.now[0].At}}
	}
	return d
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
