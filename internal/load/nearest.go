package load

// nearest gives the candidate with the fewest slips (characters changed, left
// out or added), if it is near enough to be what was meant.
func nearest(word string, candidates []string) (string, bool) {
	return within(1+len([]rune(word))/4, word, candidates)
}

// within gives the nearest candidate with at most limit slips.
func within(limit int, word string, candidates []string) (string, bool) {
	rs := []rune(word)
	if len(rs) > 64 { // no name is that long; the work stays bounded
		return "", false
	}
	best, found := "", false
	for _, c := range candidates {
		if d := distance(rs, []rune(c)); d <= limit && d < max(len(rs), len([]rune(c))) {
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
