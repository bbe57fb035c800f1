package register

// Mentions finds registered names anywhere in running text, from left to
// right, the longest at each place. It says what a text names, not who
// answers: 州委 is found in 州委的意见 too.
func (x *Index) Mentions(text string) []Ref {
	anywhere := func(int) bool { return true }
	rs := []rune(text)
	var out []Ref
	for i := 0; i < len(rs); {
		f, n, ok := x.names.longest(rs[i:], anywhere)
		if p, m, found := x.person.longest(rs[i:], anywhere); found && m > n {
			f, n, ok = p, m, true
		}
		if ok {
			out = append(out, Ref{Kind: f.kind, ID: f.id, Words: f.words, Offset: i, Length: n})
		}
		i += max(n, 1)
	}
	return out
}
