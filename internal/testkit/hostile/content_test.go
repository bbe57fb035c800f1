//go:build unix

package hostile

import (
	"fmt"
	"strings"
	"testing"
)

const (
	units  = "content/units.yaml"
	main   = "content/mini/dossier.yaml"
	plan   = "content/mini/plan.md"
	notice = "content/mini/notice.md"
	item   = "content/mini/items/01.md"
	item2  = "content/mini/items/02.md"
)

// attack is one thing done to the content.
type attack struct {
	name  string
	spoil func(p place)
	code  int
	words []string // of the message: the code and the place
}

func (a attack) run(t *testing.T) {
	t.Parallel()
	p := newPlace(t)
	a.spoil(p)
	p.mustEnd(a.code, a.words)
}

func adds(name, data string) func(p place) { return func(p place) { p.add(name, data) } }

// grows puts paragraphs before the last of the plan.
func grows(text string) func(p place) { return swaps(plan, "\n附件：", "\n"+text+"\n附件：") }

func writes(name, data string) func(p place) { return func(p place) { p.write(name, data) } }

func swaps(name, old, now string) func(p place) {
	return func(p place) { p.replace(name, old, now) }
}

// keys is a mapping of n keys.
func keys(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "k%d: v\n", i)
	}
	return b.String()
}

// ladder is a mapping in a mapping in a mapping.
func ladder(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

// bomb is aliases that stand for 9^n values.
func bomb(n int) string {
	var b strings.Builder
	b.WriteString("a0: &a0 [x, x, x, x, x, x, x, x, x]\n")
	for i := range n {
		fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i+1, i+1, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i), 9), ", "))
	}
	return b.String()
}

// register is one of n units.
func register(n int) string {
	var b strings.Builder
	b.WriteString("units:\n")
	for i := range n {
		fmt.Fprintf(&b, "  - {id: u%d, name: 第%d局, kind: department}\n", i, i)
	}
	return b.String()
}

var yamlAttacks = []attack{
	{"alias bomb", writes(units, bomb(30)), 1, []string{"yaml-alias", "units.yaml:1:"}},
	{"alias bomb in a known key", writes(main, "name: 甲\n"+bomb(30)), 1, []string{"yaml-alias", "dossier.yaml:2:"}},
	{"alias of itself", writes(main, "name: &a [*a]\n"), 1, []string{"yaml-alias", "dossier.yaml:1:"}},
	{"merge keys", writes(main, "a: &a {b: c}\nd:\n  <<: *a\n  <<: *a\n"), 1, []string{"yaml-alias"}},
	{"alias bomb in front matter", func(p place) { p.write(item, "---\n"+bomb(30)+"---\n"+p.read(item)) }, 1, []string{"yaml-alias", "01.md:2:"}},
	{"million keys", writes(units, keys(1_000_000)), 1, []string{"file-too-large", "units.yaml:1:"}},
	{"as many keys as fit", writes(units, keys(95_000)), 1, []string{"unknown-key", "too-many-problems", "units.yaml:1:"}},
	{"same key again and again", writes(units, strings.Repeat("a: 1\n", 100_000)), 1, []string{"units.yaml"}},
	{"hundred thousand units", writes(units, register(99_000)), 1, []string{"yaml-too-large", "units.yaml:1:"}},
	{"as many units as fit", writes(units, register(19_000)), 1, []string{"mini/items/01.md"}},
	{"units all alike", func(p place) {
		p.write(units, "units:\n"+strings.Repeat("  - {id: a, name: 甲, kind: department}\n", 20_000))
	}, 1, []string{"units.yaml"}},
	{"deep brackets", writes(units, strings.Repeat("[", 1_000_000)), 1, []string{"yaml-syntax", "units.yaml:1:"}},
	{"deep brackets, closed", writes(units, strings.Repeat("[", 9_000)+strings.Repeat("]", 9_000)), 1, []string{"units.yaml:1:"}},
	{"deep braces", writes(units, strings.Repeat("{a: ", 200_000)), 1, []string{"yaml-syntax", "units.yaml:1:"}},
	{"deep lists", writes(units, strings.Repeat("- ", 500_000)), 1, []string{"units.yaml"}},
	{"deep question marks", writes(units, strings.Repeat("? ", 500_000)), 1, []string{"units.yaml"}},
	{"deep keys", writes(units, ladder(1_400)), 1, []string{"units.yaml:1:"}},
	{"endless scalar", writes(main, "name: "+strings.Repeat("甲", 340_000)+"\n"), 1, []string{"dossier.yaml"}},
	{"endless quotes", writes(main, `name: "`+strings.Repeat(`\"`, 500_000)), 1, []string{"yaml-syntax", "dossier.yaml:1:"}},
	{"endless comment", writes(main, "#"+strings.Repeat("甲", 340_000)+"\n"), 1, []string{"missing-field", "dossier.yaml:1:"}},
	{"documents", writes(main, strings.Repeat("---\n", 250_000)), 1, []string{"dossier.yaml"}},
	{"tags", writes(main, "name: !!binary "+strings.Repeat("A", 10_000)+"\n"), 1, []string{"dossier.yaml:1:"}},
	{"directive", writes(main, "%YAML 9.9\n---\nname: 甲\n"), 1, []string{"yaml-syntax", "dossier.yaml"}},
	{"attributes", adds(plan, "\n{change "+strings.Repeat("a=b ", 300_000)+"}\n甲。\n"), 1, []string{"duplicate-key", "plan.md"}},
}

func TestYAML(t *testing.T) {
	for _, a := range yamlAttacks {
		t.Run(a.name, a.run)
	}
}

// chapter is n paragraphs of a plan.
func chapter(n int) string {
	return strings.Repeat("\n加强组织领导，压实工作责任。\n", n)
}

var markdownAttacks = []attack{
	{"quotes", grows(strings.Repeat(">", 10_000) + "甲。\n"), 0, nil},
	{"quotes of lines", grows(strings.Repeat("> ", 9_000) + "甲。\n"), 0, nil},
	{"lists", grows(strings.Repeat("- ", 9_000) + "甲。\n"), 1, []string{"bullet", "plan.md:9:1"}},
	{"numbers", grows(strings.Repeat("1.", 9_000) + "甲。\n"), 0, nil},
	{"brackets", grows(strings.Repeat("[", 10_000) + strings.Repeat("](", 5_000) + "\n"), 1, []string{"bracket", "plan.md:9:"}},
	{"images", grows(strings.Repeat("![", 9_000) + "甲。\n"), 1, []string{"bracket", "plan.md:9:"}},
	{"stars", grows(strings.Repeat("*a **a ", 2_000) + "\n"), 0, nil},
	{"ticks", grows("甲" + strings.Repeat("`a``", 2_000) + "\n"), 0, nil},
	{"tags of HTML", grows(strings.Repeat("<div>", 3_000) + "甲。\n"), 0, nil},
	{"entities", grows(strings.Repeat("&amp;&#0;", 2_000) + "\n"), 0, nil},
	{"table bars", grows(strings.Repeat("|a", 9_000) + "\n\n" + strings.Repeat("|-", 9_000) + "\n"), 0, nil},
	{"template braces", grows(strings.Repeat("{{put .Title}}", 1_000) + "\n"), 0, nil},
	{"hashes", adds(plan, "\n"+strings.Repeat("#", 10_000)+"甲。\n"), 1, []string{"plan.md"}},
	{"fence without end", adds(plan, "\n"+strings.Repeat("`", 10_000)+"\n甲。\n"), 1, []string{"plan.md"}},
	{"fences", adds(plan, strings.Repeat("\n```\n甲\n", 20_000)), 1, []string{"unexpected-fence", "plan.md"}},
	{"corrections", adds(plan, "\n甲"+strings.Repeat("{sic=", 100_000)+"\n"), 1, []string{"plan.md"}},
	{"paragraph of 10 MB", adds(plan, "\n"+strings.Repeat("甲", 3_500_000)+"。\n"), 1, []string{"plan.md:1:1", "file-too-large"}},
	{"paragraph of 7 MB", adds(plan, "\n"+strings.Repeat("甲乙，", 800_000)+"。\n"), 1, []string{"plan.md"}},
	{"paragraph of 7 MB without a break", adds(plan, "\n"+strings.Repeat("a", 7_000_000)+"。\n"), 1, []string{"plan.md"}},
	{"paragraph of 300 KB", adds(plan, "\n"+strings.Repeat("甲乙，", 33_000)+"。\n"), 1, []string{"plan.md"}},
	{"title of 100 KB", swaps(plan, "# 甲市", "# "+strings.Repeat("甲市", 17_000)), 1, []string{"plan.md"}},
	{"name of 100 KB", swaps(main, "name: 甲市整改方案", "name: "+strings.Repeat("甲", 33_000)), 1, []string{"dossier.yaml"}},
	{"measure of 1 MB", adds(item, "\n"+strings.Repeat("一、", 170_000)+"\n"), 1, []string{"01.md"}},
	{"plan of 50,000 paragraphs", grows(chapter(49_900)), 1, []string{"too-many-paragraphs", "plan.md:20"}},
	{"plan of 9,900 paragraphs", grows(chapter(9_900)), 0, nil},
	{"item of 20,000 measures", adds(item, chapter(20_000)), 1, []string{"too-many-paragraphs", "01.md:200"}},
	{"items of 1,900 measures", func(p place) {
		p.add(item, chapter(1_900))
		p.add(item2, chapter(1_900))
	}, 1, []string{"workbook-limit", "01.md:19:1"}},
	{"items of 200 measures", func(p place) {
		p.add(item, chapter(200))
		p.add(item2, chapter(200))
	}, 0, nil},
	{"word without end", grows(strings.Repeat("x", 9_000) + "\n"), 0, nil},
	{"combining marks", adds(plan, "\n甲"+strings.Repeat("\u0301", 5_000)+"\n"), 1, nil},
	{"no UTF-8", adds(plan, "\n\xff\xfe\n"), 1, []string{"invalid-utf8", "plan.md"}},
	{"UTF-16", writes(plan, "\xff\xfe#\x00 \x00"), 1, []string{"invalid-utf8", "plan.md:1:1"}},
	{"surrogates", adds(plan, "\n\xed\xa0\x80\n"), 1, []string{"invalid-utf8", "plan.md"}},
	{"zeros", adds(plan, "\n甲\x00乙\n"), 1, []string{"control-char", "plan.md"}},
	{"only zeros", writes(plan, strings.Repeat("\x00", 1_000_000)), 1, []string{"control-char", "plan.md:1:1"}},
	{"byte order marks", adds(plan, strings.Repeat("\uFEFF", 1000)+"\n"), 1, []string{"invisible-char", "plan.md"}},
	{"byte order marks before all", func(p place) {
		for _, name := range []string{units, main, plan, notice, item} {
			p.write(name, "\uFEFF"+p.read(name))
		}
	}, 0, []string{"bom"}},
	{"carriage returns", adds(plan, "\n甲\r乙\r"), 1, []string{"control-char", "plan.md"}},
	{"direction marks", adds(plan, "\n甲\u202E乙\n"), 1, []string{"invisible-char", "plan.md"}},
	{"private characters", adds(plan, "\n甲\uE000\uE001乙\n"), 1, []string{"private-use", "plan.md"}},
	{"empty files", func(p place) {
		for _, name := range []string{units, main, plan, notice, item} {
			p.write(name, "")
		}
	}, 1, []string{"units.yaml:1:1", "dossier.yaml:1:1"}},
}

func TestMarkdown(t *testing.T) {
	for _, a := range markdownAttacks {
		t.Run(a.name, a.run)
	}
}
