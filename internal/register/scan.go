package register

import "unicode"

// longestValue bounds the work on a hostile value; no field that names units
// or people comes near it. A longer one is one unknown piece.
const longestValue = 10000

// Units reads the value of a field that names units (责任单位, 督导单位).
func (x *Index) Units(value string) Resolution {
	return (&scanner{x: x, rs: []rune(value)}).run()
}

// People reads the value of a field that names people (责任领导, 责任人员): names,
// or descriptions such as 各县乡政府主要负责人, which become a group and a role.
func (x *Index) People(value string) Resolution {
	return (&scanner{x: x, rs: []rune(value), people: true}).run()
}

// scanner reads one value from left to right, each character once.
type scanner struct {
	x      *Index
	rs     []rune
	people bool // names of people and roles are read too
	nested bool // inside brackets: brackets in there are not opened again

	res   Resolution
	after int // where the last reference ended, -1 when something else stood since
	full  int // where the last 。 ended, -1 when none
}

func (s *scanner) run() Resolution {
	s.after, s.full = -1, -1
	if len(s.rs) > longestValue {
		s.res.Unknown = []Unknown{{Words: string(s.rs), Length: len(s.rs)}}
		return s.res
	}
	for i := 0; i < len(s.rs); {
		i += s.step(i)
	}
	return s.res
}

// step reads what stands at i and says how many characters it took. The order
// is part of the reading: a registered name comes first, because names may
// themselves hold joiners (中央、省属在甲单位) and role words.
func (s *scanner) step(i int) int {
	for _, read := range []func(int) int{
		s.name, s.separator, s.joiner, s.role, s.others, s.bracket, s.spread,
		s.label, s.clause, s.sentence, s.wording,
	} {
		if n := read(i); n > 0 {
			return n
		}
	}
	return s.unknown(i)
}

func (s *scanner) name(i int) int {
	accept := func(end int) bool { return s.boundary(i + end) }
	f, n, ok := s.x.names.longest(s.rs[i:], accept)
	if s.people {
		if p, m, found := s.x.person.longest(s.rs[i:], accept); found && m > n {
			f, n, ok = p, m, true
		}
	}
	if !ok {
		return 0
	}
	s.ref(f.kind, f.id, i, n)
	s.after = i + n
	return n
}

func (s *scanner) separator(i int) int {
	if !separates(s.rs[i]) {
		return 0
	}
	if s.rs[i] == '。' {
		s.full = i + 1
	}
	return 1
}

// joiner reads 和, 及 and the like, which join only where a name has just ended.
func (s *scanner) joiner(i int) int {
	if s.after != i {
		return 0
	}
	return prefix(s.rs[i:], joiners)
}

// role reads 主要负责人 and the like after units.
func (s *scanner) role(i int) int {
	if !s.people || s.after != i {
		return 0
	}
	n := s.roleLength(i)
	if n > 0 {
		s.ref(Role, "", i, n)
		s.after = i + n
	}
	return n
}

// others reads 等, 等有关部门 after a name: more are meant than are named.
func (s *scanner) others(i int) int {
	if s.after != i || s.rs[i] != '等' {
		return 0
	}
	n := s.pieceEnd(i) - i
	s.ref(Open, "", i, n)
	return n
}

// bracket reads （…）: further names, or a remark on the name before it.
func (s *scanner) bracket(i int) int {
	if s.nested || (s.rs[i] != '（' && s.rs[i] != '(') {
		return 0
	}
	end := closing(s.rs, i)
	if end < 0 {
		return 0
	}
	inside := &scanner{x: s.x, rs: s.rs[i+1 : end], people: s.people, nested: true}
	res := inside.run()
	if len(res.Unknown) > 0 || len(res.Refs) == 0 {
		s.ref(Remark, "", i, end+1-i)
	} else {
		for _, r := range res.Refs {
			r.Offset += i + 1
			s.res.Refs = append(s.res.Refs, r)
		}
	}
	s.after = end + 1
	return end + 1 - i
}

// label reads a heading word inside a value: 牵头单位：, 配合单位：.
func (s *scanner) label(i int) int {
	const longest = 8
	for j := i; j < len(s.rs) && j-i <= longest; j++ {
		if s.rs[j] == '：' && j > i {
			s.ref(Remark, "", i, j+1-i)
			return j + 1 - i
		}
		if separates(s.rs[j]) {
			return 0
		}
	}
	return 0
}

// clause reads a subordinate clause (如有变动，…) up to the end of its sentence.
func (s *scanner) clause(i int) int {
	if prefix(s.rs[i:], clauseWords) == 0 {
		return 0
	}
	return s.remark(i)
}

// sentence reads a further sentence, which explains and names nobody.
func (s *scanner) sentence(i int) int {
	if s.full != i {
		return 0
	}
	return s.remark(i)
}

func (s *scanner) remark(i int) int {
	end := s.sentenceEnd(i)
	s.ref(Remark, "", i, end-i)
	return end - i
}

// wording reads 《…》（…）确定的责任单位: members set by another document.
func (s *scanner) wording(i int) int {
	if s.rs[i] != '《' {
		return 0
	}
	end := s.outsideMarks(i)
	if !contains(s.rs[i:end], settingWords) {
		return 0
	}
	s.ref(Open, "", i, end-i)
	s.after = end
	return end - i
}

// spread reads a name of two characters with blanks between them (王 明), as
// Word sets it to the width of three.
func (s *scanner) spread(i int) int {
	const most = 4 // blanks
	end := i + 1
	for end < len(s.rs) && end-i <= most && unicode.IsSpace(s.rs[end]) {
		end++
	}
	if !s.people || end == i+1 || end == len(s.rs) || !unicode.Is(unicode.Han, s.rs[i]) || !unicode.Is(unicode.Han, s.rs[end]) || !s.boundary(end+1) {
		return 0
	}
	n := end + 1 - i
	s.res.Unknown = append(s.res.Unknown, Unknown{Words: string(s.rs[i : end+1]), Offset: i, Length: n, Person: true})
	s.after = end + 1
	return n
}

func (s *scanner) unknown(i int) int {
	end := s.pieceEnd(i)
	trimmed := end
	for trimmed > i+1 && unicode.IsSpace(s.rs[trimmed-1]) {
		trimmed--
	}
	piece := s.rs[i:trimmed]
	s.res.Unknown = append(s.res.Unknown, Unknown{
		Words: string(piece), Offset: i, Length: len(piece),
		Person: s.people && s.roleLength(end) == 0 && likePerson(piece),
	})
	s.after = end
	return end - i
}

func (s *scanner) ref(k Kind, id string, offset, length int) {
	s.res.Refs = append(s.res.Refs, Ref{
		Kind: k, ID: id, Words: string(s.rs[offset : offset+length]), Offset: offset, Length: length,
	})
}
