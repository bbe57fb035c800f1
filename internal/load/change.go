package load

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"hongtou/internal/dossier"
	"hongtou/internal/markdown"
	"hongtou/internal/zh"
)

// section is what stands between one 一、第N项，… and the next.
type section struct {
	item, quoted dossier.Text
	opinion      []dossier.Text
}

// changes reads the instructions of an amendment's body: each section opens
// with 一、第N项，…, its unnumbered paragraphs before an instruction are the
// review opinion, and the paragraph after {change …} executes it.
func (l *loader) changes(blocks []markdown.Block, labels dossier.Labels) []dossier.Change {
	var out []dossier.Change
	var in section
	for i := 0; i < len(blocks); i++ {
		b := blocks[i]
		switch {
		case b.Attr != nil:
			c, taken, ok := l.change(blocks[i:], labels)
			if ok {
				c.Item, c.Quoted, c.Opinion, c.Paragraph = in.item, in.quoted, slices.Clip(in.opinion), i
				out = append(out, c)
			}
			i += taken
		case b.Level == 1:
			in = opens(b)
		case !in.item.IsZero():
			in.opinion = append(in.opinion, b.Text)
		}
	}
	return out
}

// opens reads the head of a section.
func opens(b markdown.Block) section {
	number := utf8.RuneCountInString(b.Number)
	quoted := b.Text.Slice(number, b.Text.Len())
	_, printed, ok := zh.ParseOrdinal(quoted.Value)
	if !ok {
		return section{}
	}
	return section{item: quoted.Slice(0, utf8.RuneCountInString(printed)), quoted: quoted}
}

var changeKeys = []string{"item", "field", "verb", "expect", "measure"}

var verbs = []dossier.Verb{dossier.Replace, dossier.Insert, dossier.Delete}

// verbWords are the words that say in the notice what a change does.
var verbWords = map[dossier.Verb][]string{
	dossier.Replace: {"修改为", "调整为", "变更为", "改为"},
	dossier.Insert:  {"增加", "新增", "补充", "加入"},
	dossier.Delete:  {"删去", "删除"},
}

// change reads one instruction; blocks[0] executes it, taken counts the
// blocks after it that hold its new text.
func (l *loader) change(blocks []markdown.Block, labels dossier.Labels) (c dossier.Change, taken int, ok bool) {
	b := blocks[0]
	if b.Attr.Name.Value != "change" {
		l.errorAt(b.Attr.At, 1, "unknown-attribute", fmt.Sprintf("没有名为“%s”的属性行", b.Attr.Name.Value), "写作“{change item=06 field=deadline verb=replace}”")
		return c, 0, false
	}
	c, ok = l.instruction(b.Attr)
	if !ok {
		return c, 0, false
	}
	head, value := instructionHead(b.Text)
	if !slices.ContainsFunc(verbWords[c.Verb], func(w string) bool { return strings.Contains(head.Value, w) }) {
		l.errorAt(b.Text.At, head.Len(), "no-instruction",
			fmt.Sprintf("属性行是%s，下面的段落却没有“%s：”", c.Verb, verbWords[c.Verb][0]), "把属性行放在执行修改的段落之前")
		return c, 0, false
	}
	c.Label = labelIn(head, labels)
	c.New, taken = newText(value, blocks[1:])
	if c.Verb == dossier.Delete {
		c.New, taken = nil, 0
	} else if len(c.New) == 0 {
		l.errorAt(b.Text.At, head.Len(), "empty-change", "修改指令之后没有新的内容", "在冒号之后，或下面各段（以“（一）”等开头）写出新内容")
	}
	return c, taken, true
}

// instruction reads the attribute line.
func (l *loader) instruction(a *markdown.Attribute) (c dossier.Change, ok bool) {
	c.At, c.Verb = a.At, dossier.Replace
	ok = true
	for _, p := range a.Pairs {
		if !slices.Contains(changeKeys, p.Key.Value) {
			l.badKey(p.Key)
			ok = false
		} else if p.Value.Value == "" {
			l.errorAt(p.Key.At, p.Key.Len(), "missing-field", fmt.Sprintf("“%s”没有值", p.Key.Value), "写作“"+p.Key.Value+"=……”")
			ok = false
		}
	}
	for _, key := range []string{"item", "field"} {
		if _, there := a.Get(key); !there {
			l.errorAt(a.At, 0, "missing-field", fmt.Sprintf("修改指令缺少“%s”", key), "写作“{change item=06 field=deadline verb=replace}”")
			ok = false
		}
	}
	if verb, there := a.Get("verb"); there {
		c.Verb = dossier.Verb(verb.Value)
		ok = l.oneOf(verb, "修改动作", names(verbs)) && ok
	}
	if field, there := a.Get("field"); there {
		c.Target.Field = dossier.FieldKind(field.Value)
		ok = l.oneOf(field, "字段", names(kinds)) && ok
	}
	item, _ := a.Get("item")
	c.Target.Item, _, _ = strings.Cut(item.Value, ".")
	if strings.Contains(item.Value, ".") {
		c.Target.Aspect = item.Value
	}
	measure, _ := a.Get("measure")
	c.Target.Measure = measure.Value
	c.Expect, _ = a.Get("expect")
	return c, ok
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

func (l *loader) badKey(key dossier.Text) {
	hint := "可用的有：" + strings.Join(changeKeys, "、")
	if near, ok := nearest(key.Value, changeKeys); ok {
		hint = fmt.Sprintf("是否为“%s”？", near)
	}
	l.errorAt(key.At, key.Len(), "unknown-key", fmt.Sprintf("没有名为“%s”的键", key.Value), hint)
}

// instructionHead splits an executing paragraph at its first colon.
func instructionHead(t dossier.Text) (head, value dossier.Text) {
	i := strings.IndexAny(t.Value, "：:")
	if i < 0 {
		return t, dossier.Text{}
	}
	n := utf8.RuneCountInString(t.Value[:i])
	return t.Slice(0, n), t.Slice(n+1, t.Len())
}

// labelIn finds the field label an instruction names; the longest of those at
// the first place.
func labelIn(head dossier.Text, labels dossier.Labels) dossier.Text {
	at, best := -1, ""
	for label := range labels {
		i := strings.Index(head.Value, label)
		if i >= 0 && (at < 0 || i < at || i == at && len(label) > len(best)) {
			at, best = i, label
		}
	}
	if at < 0 {
		return dossier.Text{}
	}
	from := utf8.RuneCountInString(head.Value[:at])
	return head.Slice(from, from+utf8.RuneCountInString(best))
}

// newText gives the text after the colon or, when there is none, the numbered
// paragraphs that follow.
func newText(value dossier.Text, after []markdown.Block) (out []dossier.Text, taken int) {
	if value.Value != "" {
		return []dossier.Text{value}, 0
	}
	for _, b := range after {
		if b.Level < 2 || b.Attr != nil {
			break
		}
		out = append(out, b.Text)
	}
	return out, len(out)
}
