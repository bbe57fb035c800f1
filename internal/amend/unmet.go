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

// elsewhere says whether version i stands before or after another notice, seen
// from notice n: it comes later, or another one came between.
func elsewhere(all []version, i, n int) bool {
	return all[i].turn > n || i+1 < len(all) && all[i+1].turn < n
}

// unmet explains an expectation that is not met: by the notice before or after
// which it would be, and by the difference.
func (c *chain) unmet(r *refusal) diag.Diagnostic {
	expect, now := r.change.Expect, dossier.Lines(r.now)
	d := diag.Diagnostic{
		Code: codeExpect, At: expect.At, Length: expect.Len(),
		Message: fmt.Sprintf("%s修改%s，所依据的文字与现文不符", c.noticeName(r.n), r.subject()),
		Hint:    "核对现文：原文被误改的，恢复原文；确应按现文修改的，把expect改为" + dossier.ExpectHash(now),
	}
	wanted, known := expect.Value, !hashForm.MatchString(expect.Value)
	all := c.versions(r.address)
	for i, v := range all {
		if v.words != nil && elsewhere(all, i, r.n) && meets(expect.Value, dossier.Lines(v.words)) {
			wanted, known = dossier.Lines(v.words), true
			d.Notes = append(d.Notes, noteAt("所依据的文字，出自"+c.noticeName(v.turn), v.words, difference(wanted, now)))
			c.misplaced(&d, r, all, i)
			break
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
	other, should, words := all[i].turn, "之后", "修改后的文字"
	if other < r.n {
		other, should, words = all[i+1].turn, "之前", "修改之前的文字"
	}
	order, step := c.side(r.n, other, should)
	d.Code = codeOrder
	d.Message = fmt.Sprintf("%s修改%s，所依据的是%s%s，%s", c.noticeName(r.n), r.subject(), c.noticeName(other), words, order)
	d.Hint = step + "；" + d.Hint
}

// unfound explains a passage that is not in the text.
func (c *chain) unfound(r *refusal) diag.Diagnostic {
	find, now := r.change.Find, dossier.Lines(r.now)
	length, at := longestPart(find.Value, now)
	same, from := utf8.RuneCountInString(find.Value[:length]), utf8.RuneCountInString(now[:at+length])
	author := c.noticeName(c.author(r.address, r.n))
	d := diag.Diagnostic{
		Code: codeFind, At: find.Position(min(same, max(find.Len()-1, 0))), Length: 1,
		Message: fmt.Sprintf("%s修改%s，现文中没有所引的%s", c.noticeName(r.n), r.subject(), short(find.Value)),
		Hint:    "照现文引用",
		Notes:   []diag.Note{noteAt("现文，出自"+author, r.now, from)},
	}
	done, i := c.missing(r)
	switch {
	case done:
		d = c.explain(r.turn.doneBefore(r.address, r.now).by(r.turn))
	case i >= 0:
		c.misplaced(&d, r, c.versions(r.address), i)
		d.Message += fmt.Sprintf("：所引的是%s，现文是%s（出自%s）", short(find.Value), short(now), author)
	case same > 0:
		part := []rune(now)
		around := string(part[from-same : min(len(part), from+max(find.Len()-same, 1))])
		d.Message += fmt.Sprintf("：所引的是%s，现文是%s（出自%s）", excerpt(find.Value, around), excerpt(around, find.Value), author)
	}
	return d
}

func (r *refusal) by(t turn) *refusal {
	r.turn = t
	return r
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
