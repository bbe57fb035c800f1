package markdown

import (
	"strings"
	"unicode/utf8"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// isAttributeLine says whether a line starts like {name; {sic= is an inline
// mark that stands in the wrong place and reported there.
func isAttributeLine(s string) bool {
	return len(s) > 1 && s[0] == '{' && s[1] >= 'a' && s[1] <= 'z' && !strings.HasPrefix(s, sicOpen)
}

// maxPairs bounds the work on one attribute line.
const maxPairs = 32

// attribute reads an attribute line. A line that cannot be read is reported
// and gives nil.
func (r *reader) attribute(s string, at diag.Position) *Attribute {
	sc := scanner{rest: s, at: at}
	sc.take(1)
	a := &Attribute{At: at}
	for {
		sc.take(len(sc.rest) - len(strings.TrimLeft(sc.rest, " ")))
		if sc.rest == "}" {
			return a
		}
		pair, problem := sc.pair()
		if len(a.Pairs) == maxPairs {
			problem = "属性过多"
		}
		if problem != "" {
			r.errorAt(sc.at, 1, "attribute-syntax", "属性行写法不对："+problem, "写作“{change item=06 field=deadline verb=replace}”")
			return nil
		}
		if pair.Flag && a.Name.IsZero() && len(a.Pairs) == 0 {
			a.Name = pair.Key
			continue
		}
		if _, twice := a.Get(pair.Key.Value); twice {
			r.errorAt(pair.Key.At, pair.Key.Len(), "duplicate-key", "属性“"+pair.Key.Value+"”写了两次", "保留一个")
		} else {
			a.Pairs = append(a.Pairs, pair)
		}
	}
}

type scanner struct {
	rest string
	at   diag.Position
}

func (sc *scanner) take(n int) dossier.Text {
	t := dossier.Text{Value: sc.rest[:n], At: sc.at}
	sc.at = sc.at.Shift(utf8.RuneCountInString(t.Value))
	sc.rest = sc.rest[n:]
	return t
}

// pair reads one key, key=value or key="value"; problem is empty when it
// could.
func (sc *scanner) pair() (p Pair, problem string) {
	n := strings.IndexFunc(sc.rest, notKey)
	switch {
	case n < 0:
		sc.take(len(sc.rest))
		return p, "没有以“}”结束"
	case n == 0:
		return p, "此处应为小写英文的属性名或“}”"
	}
	p.Key = sc.take(n)
	if sc.rest[0] != '=' {
		p.Flag = true
		if sc.rest[0] != ' ' && sc.rest[0] != '}' {
			problem = "属性名后应为“=”、空格或“}”"
		}
		return p, problem
	}
	sc.take(1)
	if strings.HasPrefix(sc.rest, `"`) {
		p.Value, problem = sc.quoted()
		return p, problem
	}
	n = strings.IndexAny(sc.rest, " }")
	if n < 0 {
		sc.take(len(sc.rest))
		return p, "没有以“}”结束"
	}
	if n == 0 {
		return p, "“=”之后没有值"
	}
	p.Value = sc.take(n)
	return p, ""
}

// quoted reads "…" with \" and \\ inside; the text's place is the first
// character after the quote.
func (sc *scanner) quoted() (t dossier.Text, problem string) {
	sc.take(1)
	at := sc.at
	var value strings.Builder
	for i := 0; i < len(sc.rest); i++ {
		switch c := sc.rest[i]; {
		case c == '"':
			sc.take(i + 1)
			return dossier.Text{Value: value.String(), At: at}, ""
		case c == '\\' && i+1 < len(sc.rest) && (sc.rest[i+1] == '"' || sc.rest[i+1] == '\\'):
			i++
			value.WriteByte(sc.rest[i])
		default:
			value.WriteByte(c)
		}
	}
	return t, "引号没有结束"
}

func notKey(c rune) bool {
	return (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '_'
}
