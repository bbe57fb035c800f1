package redline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"hongtou/internal/zh"
)

// change is what stands between two stretches of equal tokens: something
// deleted, something inserted, or both.
type change struct {
	deleted, inserted []int
	weight            int // of the heavier side
	after             []int
}

// weigh is how much a reader sees in a token: its characters; marks and
// spaces count nothing.
func weigh(token string) int {
	n := 0
	for _, r := range token {
		if zh.IsHan(r) || unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

func (d *dictionary) weight(tokens []int) int {
	n := 0
	for _, t := range tokens {
		n += d.sizes[t]
	}
	return n
}

// An equal stretch between two changes is an island when it is so short that
// it only breaks the sentence up: one character always, a few characters
// between changes much longer than themselves, a phrase in the middle of a
// text that was written anew.
const (
	lone = 1

	few        = 3
	overFew    = 3 // times that a change on each side is heavier than a few characters
	phrase     = 8 // no longer stretch is an island
	overPhrase = 10
)

func (d *dictionary) island(equal []int, before, after int) bool {
	w := d.weight(equal)
	switch {
	case slices.Contains(equal, paragraphEnd):
		return false
	case w <= lone:
		return true
	}
	least := min(before, after)
	return w <= few && w*overFew <= least || w <= phrase && w*overPhrase <= least
}

// withoutIslands counts islands as changed. What it joins may make an island
// of the stretch before, so it looks back.
func (d *dictionary) withoutIslands(parts []part) []part {
	head, changes := gather(parts)
	var done []change
	for _, c := range changes {
		c.weight = max(d.weight(c.deleted), d.weight(c.inserted))
		for len(done) > 0 {
			last := done[len(done)-1]
			if !d.island(last.after, last.weight, c.weight) {
				break
			}
			c = d.united(last, c)
			done = done[:len(done)-1]
		}
		done = append(done, c)
	}
	for i := range done {
		d.closeParagraph(&done[i])
	}
	return scatter(head, done)
}

// closeParagraph counts the mark that ends a paragraph as changed when the
// change before it adds or takes away paragraphs: the mark is not the same one
// then.
func (d *dictionary) closeParagraph(c *change) {
	end := slices.Index(c.after, paragraphEnd)
	if end < 0 {
		end = len(c.after)
	}
	marks := c.after[:end]
	if len(marks) == 0 || d.weight(marks) > 0 || paragraphs(c.deleted) == paragraphs(c.inserted) {
		return
	}
	c.deleted, c.inserted, c.after = slices.Concat(c.deleted, marks), slices.Concat(c.inserted, marks), c.after[end:]
}

func paragraphs(tokens []int) int {
	n := 0
	for _, t := range tokens {
		if t == paragraphEnd {
			n++
		}
	}
	return n
}

func (d *dictionary) united(a, b change) change {
	c := change{deleted: slices.Concat(a.deleted, a.after, b.deleted), inserted: slices.Concat(a.inserted, a.after, b.inserted), after: b.after}
	c.weight = max(d.weight(c.deleted), d.weight(c.inserted))
	return c
}

// gather groups parts into changes, each with the equal tokens behind it.
func gather(parts []part) (head []int, changes []change) {
	open := false // the last change has nothing behind it yet
	for _, p := range parts {
		if p.kind == Equal && len(changes) == 0 {
			head = p.tokens
			continue
		}
		if p.kind != Equal && !open {
			changes = append(changes, change{})
			open = true
		}
		c := &changes[len(changes)-1]
		switch p.kind {
		case Deleted:
			c.deleted = append(c.deleted, p.tokens...)
		case Inserted:
			c.inserted = append(c.inserted, p.tokens...)
		default:
			c.after, open = p.tokens, false
		}
	}
	return head, changes
}

func scatter(head []int, changes []change) []part {
	parts := appendPart(nil, Equal, head)
	for _, c := range changes {
		parts = appendPart(parts, Deleted, c.deleted)
		parts = appendPart(parts, Inserted, c.inserted)
		parts = appendPart(parts, Equal, c.after)
	}
	return parts
}

// slide moves each change that only inserts or only deletes along equal
// characters to where its ends are ends of clauses: of 达到[省级标准，达到]国家
// it makes [达到省级标准，]达到国家.
func (d *dictionary) slide(parts []part) []part {
	for i := 1; i+1 < len(parts); i++ {
		if parts[i].kind != Equal && parts[i-1].kind == Equal && parts[i+1].kind == Equal {
			d.slideOne(&parts[i-1], &parts[i], &parts[i+1])
		}
	}
	return scatter(gather(slices.DeleteFunc(parts, func(p part) bool { return len(p.tokens) == 0 })))
}

// slideOne takes all three parts as one text in which the change is a window.
func (d *dictionary) slideOne(before, middle, after *part) {
	all := slices.Concat(before.tokens, middle.tokens, after.tokens)
	start, n := len(before.tokens), len(middle.tokens)
	low := start
	for low > 0 && all[low-1] == all[low-1+n] {
		low--
	}
	best, score := start, d.ends(all, start, n)
	for at := low; at+n <= len(all); at++ {
		if at > start && all[at-1] != all[at-1+n] {
			break
		}
		if s := d.ends(all, at, n); s > score {
			best, score = at, s
		}
	}
	before.tokens, middle.tokens, after.tokens = all[:best], all[best:best+n], all[best+n:]
}

// ends judges a window by what stands before its first and before the first
// token behind it: after a full stop is best, then after a comma.
func (d *dictionary) ends(all []int, at, n int) int {
	return d.boundary(all, at) + d.boundary(all, at+n)
}

func (d *dictionary) boundary(all []int, at int) int {
	if at == 0 || at == len(all) || all[at-1] == paragraphEnd || all[at] == paragraphEnd {
		return 4
	}
	last, _ := utf8.DecodeLastRuneInString(d.texts[all[at-1]])
	next, _ := utf8.DecodeRuneInString(d.texts[all[at]])
	switch {
	case strings.ContainsRune("。！？；\n", last):
		return 4
	case strings.ContainsRune("，：", last):
		return 3
	case strings.ContainsRune("、）》”", last), strings.ContainsRune("（《“", next):
		return 2
	case strings.ContainsRune("，。、；：）》”", next):
		return 1
	}
	return 0
}
