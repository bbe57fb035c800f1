package starter

import (
	"regexp"
	"strings"
)

// Merge adds to a register the entries of another that it lacks, known by their
// id or name, each right below the head of its section. What is there stays as
// it is, character by character. ok is false when the register is not written
// one entry a line as ours are.
func Merge(register, more string) (merged string, added []string, ok bool) {
	for _, s := range sections(more) {
		var fresh []string
		for _, e := range s.entries {
			if !has(register, e) {
				fresh = append(fresh, e.text)
				added = append(added, e.name)
			}
		}
		if len(fresh) == 0 {
			continue
		}
		if register, ok = insert(register, s.head, strings.Join(fresh, "")); !ok {
			return register, nil, false
		}
	}
	return register, added, true
}

type section struct {
	head    string // units:
	entries []entry
}

type entry struct {
	text, id, name string
}

var (
	heading = regexp.MustCompile(`^(units|groups|people):`)
	idLine  = regexp.MustCompile(`(?m)^(?:  - |    )id: (\S+)$`)
	name    = regexp.MustCompile(`(?m)^(?:  - |    )name: (\S+)$`)
)

// sections cuts a register of ours into entries; notes are left out.
func sections(register string) []section {
	var out []section
	for line := range strings.Lines(register) {
		trimmed := strings.TrimSpace(line)
		switch {
		case trimmed == "" || strings.HasPrefix(trimmed, "#"):
		case heading.MatchString(line):
			out = append(out, section{head: trimmed})
		default:
			s := &out[len(out)-1]
			if strings.HasPrefix(line, "  - ") {
				s.entries = append(s.entries, entry{})
			}
			s.entries[len(s.entries)-1].text += line
		}
	}
	for i := range out {
		for k := range out[i].entries {
			e := &out[i].entries[k]
			e.id, e.name = first(idLine, e.text), first(name, e.text)
		}
	}
	return out
}

func first(r *regexp.Regexp, s string) string {
	if m := r.FindStringSubmatch(s); m != nil {
		return m[1]
	}
	return ""
}

// has says whether a register has an entry of the same id or name.
func has(register string, e entry) bool {
	for _, word := range []string{e.id, e.name} {
		if word == "" {
			continue
		}
		same := regexp.MustCompile(`(?m)\b(?:id|name): *["']?` + regexp.QuoteMeta(word) + `["']?\s*(?:#.*|[,}].*)?$`)
		if same.MatchString(register) {
			return true
		}
	}
	return false
}

// insert puts entries below the head of a section, indented like those there; a
// section that is missing comes last.
func insert(register, head, text string) (string, bool) {
	if register != "" && !strings.HasSuffix(register, "\n") {
		register += "\n"
	}
	lines := strings.SplitAfter(register, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, head) {
			if rest := strings.TrimSpace(strings.TrimPrefix(line, head)); rest != "" && rest[0] != '#' {
				return register, false // units: [] or another form
			}
			text = indented(text, lines[i+1:])
			return strings.Join(lines[:i+1], "") + text + strings.Join(lines[i+1:], ""), true
		}
	}
	return register + head + "\n" + text, true
}

// indented takes over the indent of the first entry of a section.
func indented(text string, below []string) string {
	for _, line := range below {
		trimmed := strings.TrimLeft(line, " ")
		if !strings.HasPrefix(trimmed, "- ") {
			if t := strings.TrimSpace(line); t == "" || t[0] == '#' {
				continue
			}
			return text
		}
		indent := line[:len(line)-len(trimmed)]
		var b strings.Builder
		for l := range strings.Lines(text) {
			b.WriteString(indent + strings.TrimPrefix(l, "  "))
		}
		return b.String()
	}
	return text
}
