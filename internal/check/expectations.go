package check

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/dossier"
)

// content is the text of a target before an amendment.
type content struct {
	text string
	at   diag.Position
}

// history lists what amendments do to each field, in order.
type history map[dossier.Target][]applied

// applied is one change of amendment n.
type applied struct {
	n int
	dossier.Change
}

// field names the field of a target, whatever measure of it is meant.
func field(t dossier.Target) dossier.Target {
	t.Aspect, t.Measure = aspectID(t), ""
	return t
}

func historyOf(amendments []dossier.Amendment) history {
	h := history{}
	for n, a := range amendments {
		for _, c := range a.Changes {
			h[field(c.Target)] = append(h[field(c.Target)], applied{n, c})
		}
	}
	return h
}

// before gives what stands at a target before amendment n. ok is false when
// the target is unknown, or the last change that overlaps it is not a
// replacement of exactly it: then applying decides, not checking.
func (s *scene) before(t dossier.Target, n int) (c content, ok bool) {
	if c, ok = s.issued(t); !ok {
		return c, false
	}
	for _, e := range slices.Backward(s.history[field(t)]) {
		switch {
		case e.n >= n || e.Target.Measure != t.Measure && e.Target.Measure != "" && t.Measure != "":
		case e.Target.Measure != t.Measure || e.Verb != dossier.Replace || len(e.New) == 0:
			return c, false
		default:
			return content{lines(e.New), e.New[0].At}, true
		}
	}
	return c, true
}

// issued gives what stands at a target in the annex as issued.
func (s *scene) issued(t dossier.Target) (content, bool) {
	item := s.items[t.Item]
	if item == nil {
		return content{}, false
	}
	aspect := aspectOf(item, aspectID(t))
	if aspect == nil || aspect.Field(t.Field) == nil {
		return content{}, false
	}
	f := aspect.Field(t.Field)
	if t.Measure == "" {
		return content{f.Content(), f.Label.At}, true
	}
	m := measureOf(f, t.Measure)
	if m == nil {
		return content{}, false
	}
	return content{m.Text.Value, m.Text.At}, true
}

func lines(ts []dossier.Text) string {
	var out []string
	for _, t := range ts {
		out = append(out, t.Value)
	}
	return strings.Join(out, "\n")
}

var shortHash = regexp.MustCompile(`^[0-9a-f]{8}$`)

// unmetExpectations reports changes whose expected text is not there.
func unmetExpectations(s *scene) []diag.Diagnostic {
	return s.eachChange(func(c dossier.Change, n int) []diag.Diagnostic {
		now, ok := s.before(c.Target, n)
		expect := c.Expect.Value
		if !ok || c.Expect.IsZero() || expect == now.text || expect == dossier.ExpectHash(now.text) {
			return nil
		}
		var d diag.Diagnostic
		if shortHash.MatchString(expect) {
			d = whole(c.Expect, fmt.Sprintf("修改指令所依据的文字与现文不符：校验码应为%s，写的是%s", dossier.ExpectHash(now.text), expect),
				"核对现文；确认无误后把校验码改为"+dossier.ExpectHash(now.text))
		} else {
			same := difference(expect, now.text)
			d = mark(c.Expect.Position(same), 1, fmt.Sprintf("修改指令所依据的文字与现文不符：此处为%s，现文为%s",
				quote([]rune(expect), same), quote([]rune(now.text), same)), "核对现文")
		}
		return []diag.Diagnostic{noted(d, now.at, "现文：“"+short(now.text)+"”")}
	})
}

// unguardedChanges advises to state the text that a change expects.
func unguardedChanges(s *scene) []diag.Diagnostic {
	return s.eachChange(func(c dossier.Change, n int) []diag.Diagnostic {
		now, ok := s.before(c.Target, n)
		if !ok || !c.Expect.IsZero() || c.Verb == dossier.Insert {
			return nil
		}
		return []diag.Diagnostic{mark(c.At, 0, "修改指令没有写明所依据的文字", "加上expect="+dossier.ExpectHash(now.text)+"，原文改动后就会报错")}
	})
}

// emptyChanges reports replacements that change nothing.
func emptyChanges(s *scene) []diag.Diagnostic {
	return s.eachChange(func(c dossier.Change, n int) []diag.Diagnostic {
		now, ok := s.before(c.Target, n)
		if !ok || c.Verb != dossier.Replace || len(c.New) == 0 || lines(c.New) != now.text {
			return nil
		}
		d := whole(c.New[0], "修改后的文字与修改前相同", "核对新文字")
		return []diag.Diagnostic{noted(d, now.at, "现文")}
	})
}
