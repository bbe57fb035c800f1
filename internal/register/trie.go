package register

// trie finds the longest registered name that starts at a place, in time
// that does not grow with the number of names.
type trie struct {
	next map[rune]*trie
	form *form // of the name that ends here
}

func newTrie() *trie { return &trie{} }

// add stores a name; an earlier one of the same words stays.
func (t *trie) add(words string, f form) {
	if words == "" {
		return
	}
	n := t
	for _, r := range words {
		if n.next == nil {
			n.next = map[rune]*trie{}
		}
		if n.next[r] == nil {
			n.next[r] = &trie{}
		}
		n = n.next[r]
	}
	if n.form == nil {
		n.form = &f
	}
}

// longest gives the longest name at the start of rs whose end is accepted.
func (t *trie) longest(rs []rune, accept func(end int) bool) (f form, length int, ok bool) {
	n := t
	for i, r := range rs {
		if n = n.next[r]; n == nil {
			break
		}
		if n.form != nil && accept(i+1) {
			f, length, ok = *n.form, i+1, true
		}
	}
	return f, length, ok
}

func (t *trie) exact(words string) (form, bool) {
	rs := []rune(words)
	f, _, ok := t.longest(rs, func(end int) bool { return end == len(rs) })
	return f, ok
}
