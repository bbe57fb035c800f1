// Package nearest says what a mistyped word was probably meant to be: a word
// and the words there are go in, the one with the fewest slips comes out.
package nearest

// longest bounds the work; no name is longer.
const longest = 64

// Of gives the candidate with the fewest slips (characters changed, left out
// or added), if it is near enough to be what was meant: one slip and one more
// for every four characters. Of equally near ones it is the first.
func Of(word string, candidates []string) (string, bool) {
	return Within(1+len([]rune(word))/4, word, candidates)
}

// Within gives the nearest candidate with at most limit slips.
func Within(limit int, word string, candidates []string) (string, bool) {
	rs := []rune(word)
	if len(rs) > longest {
		return "", false
	}
	best, found := "", false
	for _, c := range candidates {
		other := []rune(c)
		if len(other) > len(rs)+limit {
			continue
		}
		if d := distance(rs, other); d <= limit && d < max(len(rs), len(other)) {
			best, found, limit = c, true, d-1
		}
	}
	return best, found
}

// distance is the Levenshtein distance.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, s := range b {
			cost := diagonal
			if r != s {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
