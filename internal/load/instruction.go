package load

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"hongtou/internal/dossier"
	"hongtou/internal/markdown"
	"hongtou/internal/nearest"
	"hongtou/internal/zh"
)

// form is one kind of instruction, told by its first key.
type form struct {
	what  string // in messages
	key   string
	needs []string
	may   []string
	verbs []dossier.Verb
}

// forms are tried in order; a later one may share keys with an earlier one.
var forms = []form{
	{"人员", "person", []string{"by"}, []string{"unit", "verb"}, []dossier.Verb{dossier.Replace}},
	{"单位", "unit", []string{"verb"}, []string{"to", "into", "expect"}, []dossier.Verb{dossier.Rename, dossier.Merge}},
	{"方案正文", "plan", nil, []string{"verb", "find", "after", "first", "expect", "number"}, []dossier.Verb{dossier.Replace, dossier.Insert, dossier.Delete, dossier.Renumber}},
	{"字段", "field", []string{"item"}, []string{"measure", "verb", "find", "after", "first", "expect", "number"}, []dossier.Verb{dossier.Replace, dossier.Insert, dossier.Delete, dossier.Renumber}},
	{"整改项", "item", []string{"verb"}, []string{"part", "after", "first", "expect", "number"}, []dossier.Verb{dossier.Insert, dossier.Delete, dossier.Renumber}},
	{"部分的标题", "part", nil, []string{"verb", "find", "expect"}, []dossier.Verb{dossier.Replace, dossier.Insert, dossier.Delete}},
}

// allKeys are the keys of all forms.
var allKeys = []string{"item", "field", "measure", "plan", "part", "unit", "person", "verb", "expect", "find", "after", "first", "number", "to", "into", "by"}

const exampleLine = "写作“{change item=06 field=deadline verb=replace}”"

func (f form) keys() []string { return append(append([]string{f.key}, f.needs...), f.may...) }

// instruction reads the attribute line of a change.
func (l *loader) instruction(a *markdown.Attribute) (c dossier.Change, ok bool) {
	f, ok := l.formOf(a)
	for _, p := range a.Pairs {
		ok = l.pair(f, p) && ok
	}
	for _, key := range f.needs {
		if _, there := a.Get(key); !there {
			l.missingKey(a, key)
			ok = false
		}
	}
	if !ok {
		return c, false
	}
	return l.filled(f, a)
}

// formOf tells the kind of an instruction by its keys.
func (l *loader) formOf(a *markdown.Attribute) (form, bool) {
	for _, f := range forms {
		if _, there := a.Get(f.key); there {
			return f, true
		}
	}
	l.missingKey(a, "item")
	return form{what: "修改指令", may: allKeys}, false
}

func (l *loader) missingKey(a *markdown.Attribute, key string) {
	l.errorAt(a.At, 0, "missing-field", fmt.Sprintf("修改指令缺少“%s”", key), exampleLine)
}

// pair judges one key of an instruction by itself.
func (l *loader) pair(f form, p markdown.Pair) bool {
	key := p.Key.Value
	switch {
	case !slices.Contains(allKeys, key):
		l.unknownKey(p.Key, fmt.Sprintf("没有名为“%s”的键", key), f.keys())
	case !slices.Contains(f.keys(), key):
		l.unknownKey(p.Key, fmt.Sprintf("修改%s时不用“%s”", f.what, key), f.keys())
	case key == "first" && !p.Flag:
		l.errorAt(p.Value.At, p.Value.Len(), "wrong-type", "“first”没有值", "只写“first”")
	case key != "first" && p.Value.Value == "":
		l.errorAt(p.Key.At, p.Key.Len(), "missing-field", fmt.Sprintf("“%s”没有值", key), "写作“"+key+"=……”")
	default:
		return true
	}
	return false
}

func (l *loader) unknownKey(key dossier.Text, message string, known []string) {
	hint := "可用的有：" + strings.Join(known, "、")
	if near, ok := nearest.Of(key.Value, known); ok {
		hint = fmt.Sprintf("是否为“%s”？", near)
	}
	l.errorAt(key.At, key.Len(), "unknown-key", message, hint)
}

// filled puts the values of an instruction into a change.
func (l *loader) filled(f form, a *markdown.Attribute) (dossier.Change, bool) {
	get := func(key string) dossier.Text {
		v, _ := a.Get(key)
		return v
	}
	c := dossier.Change{
		At: a.At, Verb: dossier.Replace,
		Expect: paragraphs(get("expect")), Find: get("find"), After: get("after"), Number: get("number"),
		Target: dossier.Target{
			Item: get("item").Value, Field: dossier.FieldKind(get("field").Value), Measure: get("measure").Value,
			Plan: get("plan").Value, Part: get("part").Value, Unit: get("unit").Value, Person: get("person").Value,
		},
	}
	if item, _, aspect := strings.Cut(c.Target.Item, "."); aspect {
		c.Target.Item, c.Target.Aspect = item, c.Target.Item
	}
	for _, p := range a.Pairs {
		c.First = c.First || p.Key.Value == "first"
	}
	for _, key := range []string{"to", "into", "by"} {
		if v, there := a.Get(key); there {
			c.To = v
		}
	}
	ok := true
	if verb, there := a.Get("verb"); there {
		c.Verb = dossier.Verb(verb.Value)
		ok = l.oneOf(verb, "修改动作", names(f.verbs))
	}
	if field, there := a.Get("field"); there {
		ok = l.oneOf(field, "字段", names(kinds)) && ok
	}
	return c, ok && l.consistent(c, a)
}

// paragraphs reads \n in a quoted text as the end of a paragraph.
func paragraphs(t dossier.Text) dossier.Text {
	const mark = `\n`
	var runs []dossier.Text
	for {
		i := strings.Index(t.Value, mark)
		if i < 0 {
			return dossier.Join(append(runs, t)...)
		}
		n := utf8.RuneCountInString(t.Value[:i])
		runs = append(runs, t.Slice(0, n), dossier.Text{Value: "\n", At: t.Position(n)})
		t = t.Slice(n+len(mark), t.Len())
	}
}

// consistent judges keys that go together only with certain others.
func (l *loader) consistent(c dossier.Change, a *markdown.Attribute) bool {
	wants := func(key string, when bool) bool {
		_, there := a.Get(key)
		switch {
		case when && !there:
			l.missingKey(a, key)
		case !when && there:
			l.unknownKey(keyOf(a, key), fmt.Sprintf("verb=%s时不用“%s”", c.Verb, key), []string{"verb"})
		default:
			return true
		}
		return false
	}
	ok := wants("to", c.Verb == dossier.Rename) && wants("into", c.Verb == dossier.Merge)
	if c.Verb != dossier.Insert {
		ok = wants("after", false) && wants("first", false) && wants("part", c.Target.Part != "" && c.Target.Item == "") && ok
	}
	if c.Verb == dossier.Renumber {
		ok = wants("number", true) && wants("find", false) && ok
	}
	return ok && l.numberForm(c)
}

func keyOf(a *markdown.Attribute, key string) dossier.Text {
	for _, p := range a.Pairs {
		if p.Key.Value == key {
			return p.Key
		}
	}
	return dossier.Text{Value: key, At: a.At}
}

var partForm = regexp.MustCompile(`^[1-9][0-9]?$`)

// numberForm judges the printed forms in an instruction.
func (l *loader) numberForm(c dossier.Change) bool {
	if c.Target.Part != "" && !partForm.MatchString(c.Target.Part) {
		l.errorAt(c.At, 0, "bad-value", fmt.Sprintf("没有名为“%s”的部分", c.Target.Part), "写第几部分，如“part=2”")
		return false
	}
	number := c.Number.Value
	if number == "" {
		return true
	}
	_, ordinal, isOrdinal := zh.ParseOrdinal(number)
	level, isLevel := zh.ParseLevel(number)
	whole := c.Target.Item != "" && c.Target.Field == ""
	if whole && isOrdinal && ordinal == number || !whole && isLevel && level.Number == number {
		return true
	}
	l.errorAt(c.Number.At, c.Number.Len(), "bad-value", fmt.Sprintf("“%s”不是印出的序号", number), "整改项写作“number=第九项”，措施和段落写作“number=（四）”")
	return false
}

func (l *loader) oneOf(t dossier.Text, what string, allowed []string) bool {
	if slices.Contains(allowed, t.Value) {
		return true
	}
	if t.Value != "" { // an empty value has been reported
		l.badValue(t, what, allowed)
	}
	return false
}
