package compose

import (
	"slices"
	"unicode/utf8"

	"hongtou/internal/assign"
	"hongtou/internal/doc"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
)

type bookHeadView struct {
	Title   *Title       `doc:"任务书的标题：方案的标题和“任务书”"`
	Plan    *Title       `doc:"方案的标题"`
	Quoted  *Title       `doc:"方案的标题，写在书名号里用：其中的《》已改为〈〉"`
	Unit    *Text        `doc:"收文单位：任务书以它的名义制作"`
	Bodies  []*Text      `doc:"合用这一册的各单位；只有收文单位自己时为空"`
	Issue   sourceView   `doc:"印发方案的通知"`
	Sources []sourceView `doc:"改动过本册所印文字的通知，先后为序；照印发文本时为空"`
	Leaders []*Text      `doc:"责任领导：所负责的任务写明姓名的"`
	People  []personView `doc:"责任人员：所负责的任务写明姓名、名册归到本单位的"`
	Groups  []hintView   `doc:"统称包括这一册的哪些单位，各说一次；只在个别任务中所指不同的，在该任务之下"`
	Answers int          `doc:"负责几项；一项分几个方面的算一项"`
	Watches int          `doc:"督导几项"`
	Assists int          `doc:"配合几项；既负责或督导又配合的也算"`
	Shared  int          `doc:"其中既负责又督导的几项"`

	AnswersSplit []splitView `doc:"负责的各项中，本单位负责几个方面的"`
	WatchesSplit []splitView `doc:"督导的各项中，本单位督导几个方面的"`
}

type splitView struct {
	Number  *Text `doc:"项的序号，如第十七项"`
	Aspects int   `doc:"几个方面"`
}

type personView struct {
	Name     *Text `doc:"姓名"`
	Inferred bool  `doc:"所在单位由原文排列顺序推断"`
}

func (b *book) head() bookHeadView {
	r := b.Recipient
	notice := b.Text.Issued.Notice
	v := bookHeadView{
		Title:  b.title(),
		Plan:   newTitle("plan.title", b.Dossier.Plan.Title, mainOutline("plan", b.Dossier.Plan.Title)),
		Quoted: quotedTitle("plan.title", b.Dossier.Plan.Title, doc.Outline{}),
		Unit:   newText("recipient.name", r.Unit.Name),
		Issue: sourceView{
			Title:  newTitle("notice.title", notice.Title, mainOutline("notice", notice.Title)),
			Date:   newText("notice.date", notice.Date.Text),
			Number: newText("notice.number", notice.DocNumber),
		},
		Sources: b.sources(b.scope.has),
	}
	v.Answers, v.AnswersSplit = b.counted(r.Responsible)
	v.Watches, v.WatchesSplit = b.counted(r.Supervised)
	v.Assists, _ = b.counted(r.Assisted)
	v.Shared, _ = b.counted(slices.DeleteFunc(slices.Clone(r.Responsible), func(s assign.Share) bool { return shareOf(r.Supervised, s.Task) == nil }))
	if len(r.Units) != 1 || r.Units[0] != r.Unit {
		v.Bodies = unitNames(r.Units)
	}
	b.people(&v)
	return v
}

// counted counts the items of some tasks, and tells those of which several
// aspects are among them.
func (b *book) counted(shares []assign.Share) (items int, split []splitView) {
	aspects := map[string]int{}
	for _, s := range shares {
		aspects[s.Task.Item.ID]++
	}
	for _, s := range shares {
		item := s.Task.Item
		if n := aspects[item.ID]; n > 1 {
			number := dossier.Text{Value: item.Number, At: placeOfAspect(*item, *s.Task.Aspect)}
			split = append(split, splitView{newText(item.ID+".split", number), n})
		}
		aspects[item.ID] = 0
	}
	return len(aspects), split
}

const bookWord = "任务书"

func (b *book) title() *Title {
	word := b.Dossier.Words.Say(bookWord)
	place := doc.Outline{Level: 1, Title: b.Recipient.Unit.Name.Value + word, ID: b.bookID()}
	return titled("taskbook.title", b.Dossier.Plan.Title, word, place)
}

// titled puts a line of ours below the lines of the plan's title.
func titled(field string, plan dossier.Title, words string, place doc.Outline) *Title {
	t := dossier.Title{Breaks: append(slices.Clone(plan.Breaks), plan.Len())}
	t.Text = dossier.Join(plan.Text, dossier.Text{Value: words, At: plan.Text.Position(plan.Len())})
	return newTitle(field, t, place)
}

// longestLine is the number of characters in a line of a title.
const longestLine = 20

// inline puts words of ours into the last line of the plan's title, if they
// have room there, else below it.
func inline(field string, plan dossier.Title, words string, place doc.Outline) *Title {
	lines := plan.Lines()
	if len(lines) == 0 || lines[len(lines)-1].Len()+utf8.RuneCountInString(words) > longestLine {
		return titled(field, plan, words, place)
	}
	t := dossier.Title{Breaks: plan.Breaks}
	t.Text = dossier.Join(plan.Text, dossier.Text{Value: words, At: plan.Text.Position(plan.Len())})
	return newTitle(field, t, place)
}

// people gathers those whom the tasks name, each once.
func (b *book) people(v *bookHeadView) {
	var leaders, persons []string
	for _, s := range b.Recipient.Responsible {
		for _, name := range s.Task.Leaders() {
			if !slices.Contains(leaders, name) {
				leaders = append(leaders, name)
				at := s.Task.Aspect.Field(dossier.Leaders).Value.At
				v.Leaders = append(v.Leaders, newText("recipient.leader", dossier.Text{Value: name, At: at}))
			}
		}
		for _, tie := range b.Recipient.People(s.Task) {
			if name := tie.Person.Name; !slices.Contains(persons, name.Value) {
				persons = append(persons, name.Value)
				v.People = append(v.People, personView{newText("recipient.person", name), tie.Inferred})
			}
		}
	}
}

func (v bookHeadView) must() []*value {
	out := []*value{v.Unit.held(), v.Issue.Title.held(), v.Issue.Date.held(), v.Issue.Number.held()}
	out = append(append(out, held(v.Bodies)...), held(v.Leaders)...)
	out = append(out, mustHints(v.Groups)...)
	for _, s := range slices.Concat(v.AnswersSplit, v.WatchesSplit) {
		out = append(out, s.Number.held())
	}
	for _, p := range v.People {
		out = append(out, p.Name.held())
	}
	for _, s := range v.Sources {
		out = append(out, s.must()...)
	}
	return out
}

func taskBookOf(m *memory, p docset.Document) view {
	v := m.newTaskBook(p)
	return view{
		data:     v,
		document: func() []*value { return append(v.must(), v.Head.Title.held(), v.Head.Plan.held()) },
		workbook: func() []*value { return append(v.mustTabulate(), v.Head.Quoted.held()) },
	}
}

func taskBookMeta(p docset.Document) doc.Meta {
	return madeMeta(p, planInMarks(p.Dossier)+p.Dossier.Words.Say(bookWord)+"（"+p.Recipient.Unit.Name.Value+"）")
}
