// Package chance makes dossiers and chains of amending notices by chance, for
// property tests: a seed goes in, content files come out as a clerk would write
// them, together with what every edition of them must say. It knows the format
// and the meaning of changes, not how they are carried out. The same seed gives
// the same files.
package chance

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"hongtou/internal/zh"
)

// Book is a dossier with its notices, as files and as what they say.
type Book struct {
	Files   map[string]string // paths relative to the content folder
	Folder  string            // of the dossier
	Issued  Says              // what the plan says as issued
	Notices []Notice          // in order, one a day

	r     *rand.Rand
	now   state
	count int // makes every sentence another one
}

// Says gives the words in force by address; measures of a list are joined by
// line feeds.
type Says map[string]string

// Notice is one amending notice.
type Notice struct {
	Date    string // 2021-06-01
	Changes []Change
	After   Says            // what the dossier says from then on
	Changed map[string]bool // addresses whose words it changed
}

// Change is one change of a notice, with its sentence, as written in the file.
type Change struct {
	Target string // address of what it acts on
	Item   string // ID of the item, "" for plan and register
	Text   string // attribute line, sentence, new paragraphs
	Guard  bool   // it states the text it expects, or the passage
}

// New makes a dossier with a number of notices.
func New(seed uint64, notices int) *Book {
	b := &Book{Files: map[string]string{}, Folder: "plan1", r: rand.New(rand.NewPCG(seed, 3))}
	b.make()
	b.write()
	b.Issued = b.now.says()
	for n := range notices {
		b.Notices = append(b.Notices, b.notice(n))
	}
	for _, n := range b.Notices {
		b.Put(n.Date, n.Changes)
	}
	return b
}

// Put writes a notice with these changes, in this order.
func (b *Book) Put(date string, changes []Change) {
	var s strings.Builder
	var y, m, d int
	fmt.Sscanf(date, "%d-%d-%d", &y, &m, &d)
	fmt.Fprintf(&s, "---\ndate: %d年%d月%d日\nissuers: [甲市人民政府]\nsignature: [甲市人民政府]\n---\n\n# 关于修改方案的通知\n\n各单位：\n\n修改如下。\n", y, m, d)
	for i, c := range changes {
		fmt.Fprintf(&s, "\n%s、修改之%d\n\n审核意见：应当修改。\n\n%s\n", zh.Numeral(i+1), i+1, c.Text)
	}
	b.Files[b.Folder+"/amendments/"+date+".md"] = s.String()
}

func (b *Book) chance(percent int) bool { return b.r.IntN(100) < percent }

const characters = "治理排查整改落实加强监管完善制度推进建设清理核实保障督促"

// sentence makes words that occur nowhere else.
func (b *Book) sentence() string {
	b.count++
	rs := []rune(characters)
	var s strings.Builder
	for range 3 + b.r.IntN(12) {
		s.WriteRune(rs[b.r.IntN(len(rs))])
	}
	return fmt.Sprintf("%s第%s件。", s.String(), zh.Numeral(b.count%zh.MaxNumeral+1))
}

func pick[T any](b *Book, list []T) T { return list[b.r.IntN(len(list))] }
