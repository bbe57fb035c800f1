package amend

import (
	"fmt"
	"unicode/utf8"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// version is what stood at an address from a notice on; -1 is the issued plan.
type version struct {
	words []dossier.Text
	turn  int
}

func (c *chain) versions(a dossier.Address) []version {
	var out []version
	for _, v := range c.history[a] {
		if out == nil {
			out = append(out, version{v.Old, -1})
		}
		if !v.Restated {
			out = append(out, version{v.New, v.turn})
		}
	}
	return out
}

// unmet explains an expectation that is not met: by the notice before or after
// which it would be, and by the difference.
func (c *chain) unmet(r *refusal) diag.Diagnostic {
	expect, now := r.change.Expect, dossier.Lines(r.now)
	d := diag.Diagnostic{
		Code: codeExpect, At: expect.At, Length: expect.Len(),
		Message: fmt.Sprintf("%s修改%s，所依据的文字与现文不符", c.noticeName(r.n), r.subject()),
		Hint:    "核对现文；确认按现文修改的，把expect改为" + dossier.ExpectHash(now),
	}
	wanted, known := expect.Value, !hashForm.MatchString(expect.Value)
	if all := c.versions(r.address); all != nil {
		for i, v := range all {
			if v.words != nil && v.turn != r.n && meets(expect.Value, dossier.Lines(v.words)) {
				wanted, known = dossier.Lines(v.words), true
				d.Notes = append(d.Notes, noteAt("所依据的文字，出自"+c.noticeName(v.turn), v.words, difference(wanted, now)))
				c.misplaced(&d, r, all, i)
				break
			}
		}
	}
	from := c.noticeName(c.author(r.address, r.n))
	if !known {
		d.Message += fmt.Sprintf("：所依据的校验码是%s，现文出自%s，校验码是%s，为%s", wanted, from, dossier.ExpectHash(now), short(now))
		d.Notes = append(d.Notes, noteAt("现文，出自"+from, r.now, 0))
		return d
	}
	same := difference(wanted, now)
	if wanted == expect.Value {
		d.At, d.Length = expect.Position(min(same, max(expect.Len()-1, 0))), 1
	}
	d.Message += fmt.Sprintf("：所依据的是%s，现文是%s（出自%s）", excerpt(wanted, now), excerpt(now, wanted), from)
	d.Notes = append(d.Notes, noteAt("现文自此处不同，出自"+from, r.now, same))
	return d
}

// misplaced says that version i, not the one in force, is what the change
// expects: it stands on the wrong side of another notice.
func (c *chain) misplaced(d *diag.Diagnostic, r *refusal, all []version, i int) {
	d.Code = codeOrder
	other, side, wrong := all[i].turn, "之后", "早于"
	words := "修改后的文字"
	if other < r.n {
		other, side, wrong, words = all[i+1].turn, "之前", "晚于", "修改之前的文字"
	}
	name := c.noticeName(other)
	order := fmt.Sprintf("成文日期却%s该通知", wrong)
	step := fmt.Sprintf("核对成文日期，应在%s%s；", name, side)
	if c.notices[other].Date.ISO() == c.notices[r.n].Date.ISO() {
		order = fmt.Sprintf("同日发文，次序却%s该通知", wrong)
		step = fmt.Sprintf("核对文件名末尾的序号，应排在%s%s；", name, side)
	}
	d.Message = fmt.Sprintf("%s修改%s，所依据的是%s%s，%s", c.noticeName(r.n), r.subject(), name, words, order)
	d.Hint = step + d.Hint
}

// noteAt points at a character of printed paragraphs.
func noteAt(message string, ts []dossier.Text, offset int) diag.Note {
	for i, t := range ts {
		n := utf8.RuneCountInString(t.Value)
		if offset <= n || i == len(ts)-1 {
			return diag.Note{Message: message, At: t.Position(min(offset, n))}
		}
		offset -= n + 1 // the line feed between two paragraphs
	}
	return diag.Note{Message: message}
}
