package register

// boundary says whether a name may end before the character at i.
func (s *scanner) boundary(i int) bool {
	if i >= len(s.rs) {
		return true
	}
	switch r := s.rs[i]; {
	case separates(r), r == '（', r == '）', r == '(', r == ')', r == '等':
		return true
	}
	return prefix(s.rs[i:], joiners) > 0 || s.people && s.roleLength(i) > 0
}

// roleLength gives the length of the role at i, with a leading 的, or 0. A
// role ends where a name could end.
func (s *scanner) roleLength(i int) int {
	from := i
	if from < len(s.rs) && s.rs[from] == '的' {
		from++
	}
	for _, w := range roles {
		n := hasPrefix(s.rs[from:], w)
		if n == 0 {
			continue
		}
		if end := from + n; end == len(s.rs) || separates(s.rs[end]) || s.rs[end] == '（' || s.rs[end] == '）' ||
			prefix(s.rs[end:], joiners) > 0 {
			return end - i
		}
	}
	return 0
}

// pieceEnd gives the end of the piece at i: the next separator, bracket or
// role, or a joiner that a registered name follows. A joiner alone ends
// nothing: 省城市和园林管理厅 is one name.
func (s *scanner) pieceEnd(i int) int {
	for j := i + 1; j < len(s.rs); j++ {
		if separates(s.rs[j]) || s.rs[j] == '（' || s.people && s.roleLength(j) > 0 {
			return j
		}
		if n := prefix(s.rs[j:], joiners); n > 0 && s.nameAt(j+n) {
			return j
		}
	}
	return len(s.rs)
}

func (s *scanner) nameAt(i int) bool {
	accept := func(end int) bool { return s.boundary(i + end) }
	_, _, ok := s.x.names.longest(s.rs[i:], accept)
	if !ok && s.people {
		_, _, ok = s.x.person.longest(s.rs[i:], accept)
	}
	return ok
}

// sentenceEnd gives the place after the 。 that ends the sentence at i.
func (s *scanner) sentenceEnd(i int) int {
	for j := i; j < len(s.rs); j++ {
		if s.rs[j] == '。' {
			return j
		}
	}
	return len(s.rs)
}

// outsideMarks gives the next separator at or after i that stands outside
// 《》 and （）.
func (s *scanner) outsideMarks(i int) int {
	depth := 0
	for j := i; j < len(s.rs); j++ {
		switch r := s.rs[j]; {
		case r == '《' || r == '（':
			depth++
		case r == '》' || r == '）':
			depth--
		case depth <= 0 && separates(r):
			return j
		}
	}
	return len(s.rs)
}

// closing gives the place of the bracket that closes the one at i, or -1.
func closing(rs []rune, i int) int {
	depth := 0
	for j := i; j < len(rs); j++ {
		switch rs[j] {
		case '（', '(':
			depth++
		case '）', ')':
			depth--
			if depth == 0 {
				return j
			}
		}
	}
	return -1
}
