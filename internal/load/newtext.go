package load

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"hongtou/internal/dossier"
	"hongtou/internal/markdown"
)

// newText reads what a change puts in force; next is the block after the
// executing one, taken counts the blocks that hold the new text.
func (r *changeReader) newText(c *dossier.Change, b markdown.Block, value dossier.Text, next int) (taken int, ok bool) {
	switch {
	case !c.Number.IsZero() && c.Verb == dossier.Renumber:
		return 0, r.named(&c.Number, b.Text, "number")
	case c.Verb == dossier.Rename || c.Target.Person != "":
		ok = r.named(&c.To, b.Text, "新名称")
		c.New = []dossier.Text{c.To}
		return 0, ok
	case c.Verb == dossier.Merge || c.Verb == dossier.Delete:
		return 0, true
	case !c.Find.IsZero():
		c.New = passageIn(b.Text, wordsOf(*c), c.Find.Value)
	case value.Value != "":
		c.New, taken = r.run(c, b, unquote(value), next)
	default:
		c.New, taken = r.following(c, next)
	}
	several := c.Target.Field == dossier.Measures || c.Target.Plan != "" && c.Verb == dossier.Insert
	switch {
	case len(c.New) == 0:
		r.l.errorAt(b.Text.At, b.Text.Len(), "empty-change", "修改指令之后没有新的内容", "在冒号之后，或下面各段（措施以“（一）”等开头）写出新内容")
	case len(c.New) > 1 && !several:
		r.l.errorAt(c.New[1].At, 0, "one-paragraph", "新内容应是一段", "合并为一段，或把“{end}”移到这一段之前")
	}
	return taken, true
}

// named replaces a value of the attribute line by the place in the sentence
// that prints it: what comes into force is what the notice prints.
func (r *changeReader) named(t *dossier.Text, sentence dossier.Text, what string) bool {
	at := strings.LastIndex(sentence.Value, t.Value)
	if at < 0 {
		r.l.errorAt(t.At, t.Len(), "no-instruction", fmt.Sprintf("下面的段落没有写出%s“%s”", what, t.Value), "改正属性行，或把它放在执行修改的段落之前")
		return false
	}
	*t = part(sentence, at, t.Value)
	return true
}

// run gives new text that begins in the executing paragraph: to {end}, or with
// the numbered paragraphs that follow, when these are not the notice's own.
func (r *changeReader) run(c *dossier.Change, b markdown.Block, value dossier.Text, next int) ([]dossier.Text, int) {
	out := []dossier.Text{value}
	end := r.end(c, next)
	for i := next; i < len(r.blocks); i++ {
		more := c.Target.Field == dossier.Measures && r.blocks[i].Level > max(1, b.Level) && r.blocks[i].Attr == nil
		if end >= 0 && i >= end || end < 0 && !more {
			break
		}
		out = append(out, r.blocks[i].Text)
	}
	return out, len(out) - 1
}

// following gives new text that stands below the executing paragraph: to
// {end}, or the numbered measures, or one paragraph.
func (r *changeReader) following(c *dossier.Change, next int) (out []dossier.Text, taken int) {
	end := r.end(c, next)
	for i := next; i < len(r.blocks); i++ {
		b := r.blocks[i]
		more := len(out) == 0 && (b.Level != 1 || ofPlan(c))
		if c.Target.Field == dossier.Measures {
			more = b.Level >= 2
		}
		if end >= 0 && i >= end || end < 0 && (!more || b.Attr != nil) {
			break
		}
		out = append(out, b.Text)
	}
	taken = len(out)
	if taken == 1 {
		out[0] = unquote(out[0])
	}
	return out, taken
}

// ofPlan says whether a change may put a heading 一、 in force.
func ofPlan(c *dossier.Change) bool { return c.Target.Plan != "" || c.Target.Part != "" }

// end finds the {end} that closes the new text from block next on, -1 when
// another section or change comes first.
func (r *changeReader) end(c *dossier.Change, next int) int {
	for i := next; i < len(r.blocks); i++ {
		b := r.blocks[i]
		switch {
		case b.Attr != nil && b.Attr.Name.Value == endLine:
			return i
		case b.Attr != nil, b.Level == 1 && !ofPlan(c):
			return -1
		}
	}
	return -1
}

// passageIn gives the words that replace, or follow, a passage: what stands
// after the verb that follows the passage, without colon and quotation marks.
func passageIn(t dossier.Text, verbs []string, find string) []dossier.Text {
	from := max(strings.Index(t.Value, find), 0)
	if strings.Contains(t.Value, find) {
		from += len(find)
	}
	end := -1
	for _, w := range verbs {
		if i := strings.Index(t.Value[from:], w); i >= 0 && (end < 0 || from+i+len(w) < end) {
			end = from + i + len(w)
		}
	}
	if end < 0 {
		return nil
	}
	rest := t.Slice(utf8.RuneCountInString(t.Value[:end]), t.Len())
	if strings.HasPrefix(rest.Value, "：") || strings.HasPrefix(rest.Value, ":") {
		rest = rest.Slice(1, rest.Len())
	}
	if rest = unquote(rest); rest.Value == "" {
		return nil
	}
	return []dossier.Text{rest}
}

// unquote takes the quotation marks off a text that is quoted as a whole; a
// mark that ends the sentence after them goes too.
func unquote(t dossier.Text) dossier.Text {
	depth, at := 0, 0
	for i, r := range t.Value {
		switch r {
		case '“':
			depth++
		case '”':
			depth--
		}
		if depth <= 0 {
			switch t.Value[i+utf8.RuneLen(r):] {
			case "", "。", "；", "，":
				if at > 0 {
					return t.Slice(1, at)
				}
			}
			return t
		}
		at++
	}
	return t
}

// newItem reads an inserted item in the form of an item's file: what is in
// first, then the blocks up to the next section or attribute line.
func (r *changeReader) newItem(c *dossier.Change, first []markdown.Block, next int) (taken int, ok bool) {
	blocks := append([]markdown.Block(nil), first...)
	for i := next; i < len(r.blocks) && r.blocks[i].Level != 1 && r.blocks[i].Attr == nil; i++ {
		blocks = append(blocks, r.blocks[i])
		taken++
	}
	if len(blocks) == 0 {
		r.l.errorAt(c.At, 0, "empty-change", "修改指令之后没有新的整改项", "下面各段写出新的整改项：“第十八项，……”和各字段")
		return 0, false
	}
	item := dossier.Item{ID: c.Target.Item, File: r.file}
	for _, b := range blocks {
		c.New = append(c.New, b.Text)
	}
	reader := itemReader{l: r.l, labels: r.labels, item: &item, blocks: blocks}
	reader.read()
	c.Inserted = &item
	if c.Item.IsZero() && len(item.Problem) > 0 {
		c.Item = part(item.Problem[0], 0, item.PrintedNumber())
	}
	return taken, true
}
