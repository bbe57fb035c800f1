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

// section is what stands between one 一、 and the next.
type section struct {
	open         bool
	item, quoted dossier.Text // of one that opens with 第N项，…
	opinion      []dossier.Text
}

// opens reads the head of a section.
func opens(b markdown.Block) section {
	number := utf8.RuneCountInString(b.Number)
	quoted := b.Text.Slice(number, b.Text.Len())
	_, printed, ok := zh.ParseOrdinal(quoted.Value)
	if !ok {
		return section{open: true}
	}
	return section{open: true, item: quoted.Slice(0, utf8.RuneCountInString(printed)), quoted: quoted}
}

// The attribute lines of an amendment.
const (
	changeLine = "change" // the next paragraph carries out a change
	endLine    = "end"    // the new text of the change before ends here
)

// changeReader reads the instructions of an amendment's body.
type changeReader struct {
	l      *loader
	labels dossier.Labels
	file   string
	blocks []markdown.Block
	in     section
}

// changes reads the instructions: each section opens with 一、, its
// unnumbered paragraphs before an instruction are the review opinion, and the
// paragraph after {change …} executes it.
func (r *changeReader) changes() []dossier.Change {
	var out []dossier.Change
	ended := -1 // index of the block that an {end} may stand before
	for i := 0; i < len(r.blocks); i++ {
		b := r.blocks[i]
		switch {
		case b.Attr != nil && b.Attr.Name.Value == changeLine:
			c, taken, ok := r.change(i)
			if ok {
				out = append(out, c)
			} else {
				r.lost()
			}
			i += taken
			ended = i + 1
		case b.Attr != nil:
			r.otherLine(b.Attr, ended == i)
		case r.unmarked(b):
		case b.Level == 1:
			r.in = opens(b)
		case r.in.open:
			r.in.opinion = append(r.in.opinion, b.Text)
		}
	}
	return out
}

// lost notes that an instruction could not be read.
func (r *changeReader) lost() {
	folder, _, _ := strings.Cut(strings.TrimPrefix(r.file, r.l.files.Name("")), "/")
	r.l.unread[folder+"/"+lostChanges] = true
}

// otherLine reports attribute lines that are none of ours, or end nothing.
func (r *changeReader) otherLine(a *markdown.Attribute, ends bool) {
	switch {
	case a.Name.Value != endLine:
		r.l.errorAt(a.At, 1, "unknown-attribute", fmt.Sprintf("没有名为“%s”的属性行", a.Name.Value), "写作“{change item=06 field=deadline verb=replace}”")
	case len(a.Pairs) > 0:
		r.l.errorAt(a.Pairs[0].Key.At, a.Pairs[0].Key.Len(), "unknown-key", fmt.Sprintf("“{end}”中没有名为“%s”的键", a.Pairs[0].Key.Value), "只写“{end}”")
	case !ends:
		r.l.errorAt(a.At, 1, "attribute-alone", "“{end}”之前没有到此结束的新内容", "删除这一行，或移到新内容之后的第一段之前")
	}
}

// verbWords are the words that say in the notice what a change does.
var verbWords = map[dossier.Verb][]string{
	dossier.Replace:  {"修改为", "调整为", "变更为", "改为", "更正为", "修订为"},
	dossier.Insert:   {"增加", "新增", "补充", "加入"},
	dossier.Delete:   {"删去", "删除"},
	dossier.Renumber: {"改为", "调整为", "变更为", "修改为", "顺延为"},
	dossier.Rename:   {"更名为", "改名为", "名称变更为", "名称调整为", "名称改为"},
	dossier.Merge:    {"并入", "合并"},
}

// succeedWords say that somebody follows another person in office.
var succeedWords = append([]string{"接任", "接替", "担任"}, verbWords[dossier.Replace]...)

func wordsOf(c dossier.Change) []string {
	if c.Target.Person != "" {
		return succeedWords
	}
	return verbWords[c.Verb]
}

// change reads the instruction before block i, which executes it; taken counts
// the blocks after it that hold its new text.
func (r *changeReader) change(i int) (c dossier.Change, taken int, ok bool) {
	b := r.blocks[i]
	c, ok = r.l.instruction(b.Attr)
	if !ok {
		return c, 0, false
	}
	c.Item, c.Quoted, c.Opinion, c.Paragraph = r.in.item, r.in.quoted, slices.Clip(r.in.opinion), i
	item := c.Verb == dossier.Insert && c.Target.Item != "" && c.Target.Field == ""
	if item && isOpening(b.Text) { // 第N项，… itself
		taken, ok = r.newItem(&c, r.blocks[i:i+1], i+1)
		return c, taken, ok
	}
	head, value, found := cutInstruction(b.Text, wordsOf(c))
	if !c.Find.IsZero() { // a colon may stand in what it quotes
		head, found = b.Text, says(b.Text, wordsOf(c))
	}
	if !found {
		r.l.errorAt(b.Text.At, head.Len(), "no-instruction", fmt.Sprintf("属性行是%s，下面的段落却没有“%s”", c.Verb, wordsOf(c)[0]), "把属性行放在执行修改的段落之前")
		return c, 0, false
	}
	c.Label = labelIn(head, r.labels)
	if c.Item.IsZero() {
		c.Item = ordinalIn(head)
	}
	if item {
		var first []markdown.Block
		if value.Value != "" {
			first = []markdown.Block{{Kind: markdown.Paragraph, At: value.At, Text: value}}
		}
		taken, ok = r.newItem(&c, first, i+1)
		return c, taken, ok
	}
	taken, ok = r.newText(&c, b, value, i+1)
	return c, taken, ok
}

// isOpening says whether a paragraph opens an item: 第N项，….
func isOpening(t dossier.Text) bool {
	_, printed, ok := zh.ParseOrdinal(t.Value)
	return ok && strings.HasPrefix(t.Value[len(printed):], "，")
}

// cutInstruction splits an executing paragraph into what it does and the new
// text: after a colon that follows one of the verb's words directly, or else
// after the first colon. found says whether the head has one of the words.
func cutInstruction(t dossier.Text, verbs []string) (head, value dossier.Text, found bool) {
	end := -1
	for _, w := range verbs {
		for _, colon := range []string{"：", ":"} {
			if i := strings.Index(t.Value, w+colon); i >= 0 && (end < 0 || i+len(w) < end) {
				end = i + len(w)
			}
		}
	}
	if end < 0 {
		end = strings.IndexAny(t.Value, "：:")
	}
	head = t
	if end >= 0 {
		n := utf8.RuneCountInString(t.Value[:end])
		head, value = t.Slice(0, n), t.Slice(n+1, t.Len())
	}
	return head, value, says(head, verbs)
}

func says(t dossier.Text, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(t.Value, w) })
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
	return part(head, at, best)
}

// ordinalIn finds the first 第N项 that an instruction names.
func ordinalIn(head dossier.Text) dossier.Text {
	for i, c := range head.Value {
		if c != '第' {
			continue
		}
		if _, printed, ok := zh.ParseOrdinal(head.Value[i:]); ok {
			return part(head, i, printed)
		}
	}
	return dossier.Text{}
}

// part gives the words that stand at byte offset at of a text; zero for -1.
func part(t dossier.Text, at int, words string) dossier.Text {
	if at < 0 {
		return dossier.Text{}
	}
	from := utf8.RuneCountInString(t.Value[:at])
	return t.Slice(from, from+utf8.RuneCountInString(words))
}
