package chance

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"hongtou/internal/zh"
)

// notice makes the n-th notice: a few changes of different things.
func (b *Book) notice(n int) Notice {
	before := b.now.says()
	out := Notice{Date: fmt.Sprintf("2021-%02d-%02d", 4+n/20, 1+n%20)}
	taken := map[string]bool{}
	for range 1 + b.r.IntN(6) {
		c, ok := pick(b, kinds)(b, taken)
		if ok {
			out.Changes = append(out.Changes, c)
		}
	}
	out.After = b.now.says()
	out.Changed = changed(before, out.After)
	return out
}

// kinds make a change of one kind and carry it out; ok is false when there is
// nothing left for it.
var kinds = []func(b *Book, taken map[string]bool) (Change, bool){
	(*Book).replaceField, (*Book).replaceField, (*Book).passage, (*Book).replaceList, (*Book).replaceMeasure,
	(*Book).deleteMeasure, (*Book).addMeasure, (*Book).replaceParagraph, (*Book).addParagraph,
	(*Book).insertItem, (*Book).deleteItem, (*Book).rename, (*Book).succeed,
}

// take gives something that this notice has not touched yet.
func (b *Book) take(taken map[string]bool, keys ...string) bool {
	for _, k := range keys {
		if taken[k] {
			return false
		}
	}
	for _, k := range keys {
		taken[k] = true
	}
	return true
}

// any gives an aspect of an item in force.
func (b *Book) any() (*item, *aspect) {
	var items []*item
	var aspects []*aspect
	b.now.eachAspect(func(i *item, a *aspect) { items, aspects = append(items, i), append(aspects, a) })
	n := b.r.IntN(len(items))
	return items[n], aspects[n]
}

// expect writes the guard of a change: nothing, the hash or the text.
func (b *Book) expect(text string) (words string, guard bool) {
	switch way := b.r.IntN(3); {
	case way == 0:
		return "", false
	case way == 1, text == "":
		sum := sha256.Sum256([]byte(text))
		return " expect=" + hex.EncodeToString(sum[:4]), true
	}
	return ` expect="` + strings.ReplaceAll(text, "\n", `\n`) + `"`, true
}

func (b *Book) replaceField(taken map[string]bool) (Change, bool) {
	i, a := b.any()
	f := pick(b, a.fields)
	address := a.id + "." + f.kind
	if f.kind == "measures" || taken["item "+i.id] || !b.take(taken, address) {
		return Change{}, false
	}
	taken["in "+i.id] = true
	guard, guarded := b.expect(f.value(&b.now))
	if len(f.names) > 0 {
		next := b.names(f.kind, f.label)
		if next.value(&b.now) == f.value(&b.now) {
			return Change{}, false
		}
		*f = *next
	} else {
		f.text = b.sentence()
	}
	text := fmt.Sprintf("{change item=%s field=%s%s}\n%s修改为：%s", a.id, f.kind, guard, f.label, f.value(&b.now))
	return Change{address, i.id, text, guarded}, true
}

// passage replaces the middle of a text.
func (b *Book) passage(taken map[string]bool) (Change, bool) {
	i, a := b.any()
	f := a.fields[b.r.IntN(2)]
	address := a.id + "." + f.kind
	if taken["item "+i.id] || !b.take(taken, address) {
		return Change{}, false
	}
	taken["in "+i.id] = true
	at := strings.LastIndex(f.text, "第")
	find, words := f.text[at:], strings.TrimSuffix(b.sentence(), "。")
	f.text = f.text[:at] + words
	text := fmt.Sprintf("{change item=%s field=%s find=%s}\n%s中“%s”修改为“%s”。", a.id, f.kind, find, f.label, find, words)
	return Change{address, i.id, text, true}, true
}

func (a *aspect) list() *field { return a.fields[len(a.fields)-1] }

// replaceList keeps, changes and drops measures and adds one.
func (b *Book) replaceList(taken map[string]bool) (Change, bool) {
	i, a := b.any()
	f := a.list()
	if taken["item "+i.id] || !b.take(taken, a.id+".measures") {
		return Change{}, false
	}
	taken["in "+i.id] = true
	guard, guarded := b.expect(f.value(&b.now))
	var next []measure
	for _, m := range f.measures {
		level, ok := zh.ParseLevel(m.text)
		switch {
		case !ok || b.chance(20):
		case b.chance(50):
			next = append(next, m)
		default:
			next = append(next, measure{m.id, level.Number + b.sentence()})
		}
	}
	b.now.used[a.id]++
	n := b.now.used[a.id]
	next = append(next, measure{fmt.Sprintf("%s.%d", a.id, n), a.numbered(n) + b.sentence()})
	f.measures = next
	text := fmt.Sprintf("{change item=%s field=measures%s}\n整改措施修改为：", a.id, guard)
	for _, m := range next {
		text += "\n\n" + m.text
	}
	return Change{a.id + ".measures", i.id, text, guarded}, true
}

// one gives a numbered measure and the end of what stands under it.
func (b *Book) one(f *field) (at, end int, number string) {
	var all []int
	for k, m := range f.measures {
		if _, ok := zh.ParseLevel(m.text); ok {
			all = append(all, k)
		}
	}
	if len(all) == 0 {
		return 0, 0, ""
	}
	at = pick(b, all)
	for end = at + 1; end < len(f.measures) && strings.HasPrefix(f.measures[end].id, f.measures[at].id+"."); end++ {
	}
	level, _ := zh.ParseLevel(f.measures[at].text)
	return at, end, level.Number
}

func (b *Book) measureOf(taken map[string]bool) (i *item, a *aspect, at, end int, number string, ok bool) {
	i, a = b.any()
	at, end, number = b.one(a.list())
	if number == "" || taken["item "+i.id] || taken[a.id+".measures"] && !taken["some "+a.id] || !b.take(taken, "measure "+a.list().measures[at].id) {
		return nil, nil, 0, 0, "", false
	}
	taken[a.id+".measures"], taken["some "+a.id], taken["in "+i.id] = true, true, true
	return i, a, at, end, number, true
}

func (b *Book) replaceMeasure(taken map[string]bool) (Change, bool) {
	i, a, at, end, number, ok := b.measureOf(taken)
	if !ok {
		return Change{}, false
	}
	f := a.list()
	old := f.measures[at]
	guard, guarded := b.expect((&field{kind: "measures", measures: f.measures[at:end]}).value(&b.now))
	words := b.sentence()
	text := fmt.Sprintf("{change item=%s field=measures measure=%s%s}\n整改措施%s修改为：%s", a.id, old.id, guard, number, pick(b, []string{"", number})+words)
	f.measures = slices.Replace(slices.Clone(f.measures), at, end, measure{old.id, number + words})
	return Change{old.id, i.id, text, guarded}, true
}

func (b *Book) deleteMeasure(taken map[string]bool) (Change, bool) {
	i, a, at, end, number, ok := b.measureOf(taken)
	if !ok {
		return Change{}, false
	}
	f := a.list()
	old := f.measures[at]
	guard, guarded := b.expect((&field{kind: "measures", measures: f.measures[at:end]}).value(&b.now))
	f.measures = slices.Delete(slices.Clone(f.measures), at, end)
	text := fmt.Sprintf("{change item=%s field=measures measure=%s verb=delete%s}\n整改措施删去%s。", a.id, old.id, guard, number)
	return Change{old.id, i.id, text, guarded}, true
}

func (b *Book) addMeasure(taken map[string]bool) (Change, bool) {
	i, a := b.any()
	if taken["item "+i.id] || taken[a.id+".measures"] && !taken["some "+a.id] {
		return Change{}, false
	}
	taken[a.id+".measures"], taken["some "+a.id], taken["in "+i.id] = true, true, true
	b.now.used[a.id]++
	n := b.now.used[a.id]
	m := measure{fmt.Sprintf("%s.%d", a.id, n), a.numbered(n) + b.sentence()}
	taken["measure "+m.id] = true
	f := a.list()
	f.measures = append(slices.Clip(f.measures), m)
	text := fmt.Sprintf("{change item=%s field=measures verb=insert}\n整改措施增加：%s", a.id, m.text)
	return Change{m.id, i.id, text, false}, true
}

func (b *Book) replaceParagraph(taken map[string]bool) (Change, bool) {
	p := &b.now.plan[b.r.IntN(len(b.now.plan))]
	if !b.take(taken, "plan."+p.id) {
		return Change{}, false
	}
	guard, guarded := b.expect(p.text)
	level, _ := zh.ParseLevel(p.text)
	p.text = level.Number + b.sentence()
	text := fmt.Sprintf("{change plan=%s%s}\n正文修改为：\n\n%s", p.id, guard, p.text)
	return Change{"plan." + p.id, "", text, guarded}, true
}

// addParagraph adds a section at the end.
func (b *Book) addParagraph(map[string]bool) (Change, bool) {
	n := 1
	for _, p := range b.now.plan {
		if level, ok := zh.ParseLevel(p.text); ok && level.Depth == 1 {
			n = level.Value + 1
		}
	}
	p := paragraph{fmt.Sprint(n), zh.Numeral(n) + "、" + b.sentence()}
	b.now.plan = append(slices.Clip(b.now.plan), p)
	return Change{"plan." + p.id, "", fmt.Sprintf("{change plan=%s verb=insert}\n正文增加：%s", p.id, p.text), false}, true
}

func (b *Book) insertItem(taken map[string]bool) (Change, bool) {
	i := b.item()
	taken["item "+i.id] = true
	n := b.r.IntN(len(b.now.parts))
	at := b.r.IntN(len(b.now.parts[n]) + 1)
	place := " first"
	if at > 0 {
		place = " after=" + b.now.parts[n][at-1].id
	}
	b.now.parts[n] = slices.Insert(slices.Clip(b.now.parts[n]), at, i)
	text := fmt.Sprintf("{change item=%s verb=insert part=%d%s}\n清单增加一项：\n\n%s", i.id, n+1, place, strings.TrimSuffix(i.file(&b.now), "\n"))
	return Change{i.id, i.id, text, false}, true
}

func (b *Book) deleteItem(taken map[string]bool) (Change, bool) {
	i, _ := b.any()
	live := map[string]bool{}
	b.now.eachAspect(func(i *item, _ *aspect) { live[i.id] = true })
	if len(live) < 3 || b.chance(60) || taken["in "+i.id] || !b.take(taken, "item "+i.id) {
		return Change{}, false
	}
	text := strings.ReplaceAll(strings.TrimSuffix(i.file(&b.now), "\n"), "\n\n", "\n")
	guard, guarded := b.expect(text)
	i.gone = true
	return Change{i.id, i.id, fmt.Sprintf("{change item=%s verb=delete%s}\n删去%s。", i.id, guard, i.number), guarded}, true
}

func (b *Book) rename(taken map[string]bool) (Change, bool) {
	n := b.r.IntN(len(b.now.units))
	u := &b.now.units[n]
	if !b.take(taken, "unit "+u.id) {
		return Change{}, false
	}
	b.now.newNames++
	old, name := u.name, fmt.Sprintf("市新%s局", zh.Numeral(b.now.newNames))
	u.name = name
	return Change{"unit." + u.id, "", fmt.Sprintf("{change unit=%s verb=rename to=%s}\n“%s”更名为“%s”。", u.id, name, old, name), false}, true
}

func (b *Book) succeed(taken map[string]bool) (Change, bool) {
	n := b.r.IntN(len(b.now.people))
	old := b.now.people[n]
	if !b.take(taken, "person "+old) {
		return Change{}, false
	}
	b.now.newNames++
	name := "李" + zh.Numeral(b.now.newNames)
	b.now.people[n] = name
	b.now.eachAspect(func(_ *item, a *aspect) {
		for _, f := range a.fields {
			if f.kind == "persons" {
				f.names = slices.Clone(f.names)
				for k := range f.names {
					if f.names[k] == old {
						f.names[k] = name
					}
				}
			}
		}
	})
	return Change{"person." + old, "", fmt.Sprintf("{change person=%s by=%s}\n%s的职务由%s接任。", old, name, old, name), false}, true
}
