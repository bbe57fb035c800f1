package register

import "slices"

// longestName bounds the work of a suggestion; no name is longer.
const longestName = 64

// SuggestUnit gives the registered unit or group name that is nearest to the
// words, if one is near enough to be what was meant.
func (x *Index) SuggestUnit(words string) (string, bool) {
	b := nearest{words: []rune(words)}
	for _, f := range x.forms {
		b.offer(f.words)
	}
	return b.result()
}

// SuggestPerson gives the registered person name that is nearest to the words.
func (x *Index) SuggestPerson(words string) (string, bool) {
	b := nearest{words: []rune(words)}
	for _, p := range x.reg.People {
		b.offer(p.Name.Value)
	}
	return b.result()
}

// nearest keeps the best of the names offered: the fewest slips, then the most
// characters in common (a character left out is a likelier slip than a wrong
// one), then the first.
type nearest struct {
	words  []rune
	best   string
	dist   int
	common int
}

func (n *nearest) offer(name string) {
	rs := []rune(name)
	limit := tolerance(len(n.words))
	if n.best != "" {
		limit = n.dist
	}
	d, ok := Distance(n.words, rs, limit)
	if !ok || d >= len(rs) {
		return
	}
	if c := shared(n.words, rs); n.best == "" || d < n.dist || c > n.common {
		n.best, n.dist, n.common = name, d, c
	}
}

// shared counts the characters of a that b holds too.
func shared(a, b []rune) int {
	n := 0
	for _, r := range a {
		if slices.Contains(b, r) {
			n++
		}
	}
	return n
}

func (n *nearest) result() (string, bool) { return n.best, n.best != "" }

// tolerance is how many slips a name of n characters may hold and still be
// taken for another: in a short name one, for offices of one city differ in
// two characters; in a long one a third.
func tolerance(n int) int {
	switch {
	case n < 2 || n > longestName:
		return -1
	case n <= 5:
		return 1
	case n <= 8:
		return 2
	}
	return min(n/3, 6)
}

// Distance is the number of characters to insert, drop, replace or swap with
// their neighbour to turn a into b, if it is at most limit.
func Distance(a, b []rune, limit int) (int, bool) {
	if limit < 0 || len(a)-len(b) > limit || len(b)-len(a) > limit {
		return 0, false
	}
	before, prev, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+differ(a[i-1], b[j-1]))
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return 0, false
		}
		before, prev, row = prev, row, before
	}
	return prev[len(b)], prev[len(b)] <= limit
}

func differ(a, b rune) int {
	if a == b {
		return 0
	}
	return 1
}
