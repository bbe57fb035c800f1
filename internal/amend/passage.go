package amend

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"hongtou/internal/dossier"
)

// passage gives a text with the passage that the change names replaced,
// deleted, or followed by the new words. The passage must stand in the text
// exactly once.
func (t *turn) passage(a dossier.Address, text dossier.Text) (dossier.Text, *refusal) {
	c, find := t.change, t.change.Find.Value
	now := []dossier.Text{text}
	switch n := strings.Count(text.Value, find); {
	case n == 0:
		return text, &refusal{code: codeFind, address: a, now: now}
	case n > 1:
		return text, &refusal{
			code: codeFind, address: a, now: now, explained: true,
			reason: fmt.Sprintf("修改%s，所引的%s在现文中有%d处", t.subject(), short(find), n), hint: "在find中多引几个字，使其只有一处",
		}
	}
	at := strings.Index(text.Value, find)
	words, _ := edited(c, find)
	if c.Expect.IsZero() && len(words) > len(find) && there(text.Value, at, find, words) {
		return text, t.doneBefore(a, now)
	}
	from := utf8.RuneCountInString(text.Value[:at])
	to := from + utf8.RuneCountInString(find)
	runs := []dossier.Text{text.Slice(0, from)}
	if c.Verb == dossier.Insert {
		runs[0] = text.Slice(0, to)
	}
	if c.Verb != dossier.Delete {
		runs = append(runs, c.New[0])
	}
	return dossier.Join(append(runs, text.Slice(to, text.Len()))...), nil
}

// edited gives what stands in the place of the passage after the change.
func edited(c *dossier.Change, find string) (words string, ok bool) {
	switch {
	case c.Verb == dossier.Delete:
		return "", true
	case len(c.New) == 0:
		return "", false
	case c.Verb == dossier.Insert:
		return find + c.New[0].Value, true
	}
	return c.New[0].Value, true
}

// there says whether the words that a change would put around a passage stand
// around it already.
func there(text string, at int, find, words string) bool {
	for i := strings.Index(words, find); i >= 0; {
		if from := at - i; from >= 0 && strings.HasPrefix(text[from:], words) {
			return true
		}
		next := strings.Index(words[i+1:], find)
		if next < 0 {
			return false
		}
		i += 1 + next
	}
	return false
}

// missing explains a passage that is not there: the change was carried out
// before, belongs before or after another notice, or speaks of other words.
func (c *chain) missing(r *refusal) (done bool, version int) {
	find := r.change.Find.Value
	words, ok := edited(r.change, find)
	now := dossier.Lines(r.now)
	all := c.versions(r.address)
	for i, v := range all {
		text := dossier.Lines(v.words)
		if !elsewhere(all, i, r.n) || strings.Count(text, find) != 1 {
			continue
		}
		if ok && strings.Replace(text, find, words, 1) == now {
			return true, i
		}
		return false, i
	}
	return false, -1
}

// longestPart gives the longest beginning of a passage that stands in a text,
// in bytes, and where.
func longestPart(find, text string) (length, at int) {
	low, high := 0, len(find)
	for low < high {
		mid := (low + high + 1) / 2
		if strings.Contains(text, find[:mid]) {
			low = mid
		} else {
			high = mid - 1
		}
	}
	for low > 0 && low < len(find) && !utf8.RuneStart(find[low]) {
		low--
	}
	return low, strings.Index(text, find[:low])
}
