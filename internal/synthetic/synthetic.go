// Package synthetic makes dossiers of any size from one that exists: a content
// folder and a size go in, the files of another content folder come out. Items
// repeat the base's texts with other numbers; units, groups and people have
// invented names; amending notices change time limits and goals. The same input
// gives the same bytes. It is for measuring, and for tests of scale.
//
// Every recipient answers for one to seven items, about 2.4 on the average,
// however many recipients there are: most are reached through groups (各县教育局), as in
// real plans, so that what is printed for one does not grow with their number.
package synthetic

import (
	"fmt"
	"io/fs"
	"strings"

	"go.yaml.in/yaml/v4"

	"hongtou/internal/dossier"
	"hongtou/internal/load"
	"hongtou/internal/source"
	"hongtou/internal/zh"
)

// Spec is the size of a dossier.
type Spec struct {
	Items      int // 2 to MaxItems: the annex has two parts
	Units      int // recipients, 1 to MaxUnits
	Amendments int // notices, 0 to MaxAmendments, a month apart
}

// The bounds of a Spec: what numerals and invented names reach.
const (
	MaxItems      = 2000
	MaxUnits      = 30000
	MaxAmendments = 60
)

// Folder is the dossier's folder in the files that Generate gives.
const Folder = "synthetic"

// Generate gives the files of a content folder by their slash-separated paths.
// The base is a content folder without errors; its first dossier is the model.
func Generate(base fs.FS, s Spec) (map[string][]byte, error) {
	if s.Items < 2 || s.Items > MaxItems || s.Units < 1 || s.Units > MaxUnits || s.Amendments < 0 || s.Amendments > MaxAmendments {
		return nil, fmt.Errorf("样本大小超出范围：整改项2至%d，单位1至%d，修改通知0至%d", MaxItems, MaxUnits, MaxAmendments)
	}
	files, list := source.Read(base, "content", source.DefaultLimits)
	dossiers, problems := load.Load(files)
	if list.Add(problems...); list.HasErrors() || len(dossiers) == 0 {
		return nil, fmt.Errorf("作样本的案卷不能用：先运行hongtou check改正")
	}
	if len(dossiers[0].Annex.Items()) == 0 || dossiers[0].Register == nil {
		return nil, fmt.Errorf("作样本的案卷没有整改项或名册")
	}
	m := maker{Spec: s, files: files, base: &dossiers[0], out: map[string][]byte{}}
	m.classes = classes(s)
	m.kept = m.keptNames()
	m.plain = !strings.Contains(m.model(0).Problem[0].Value, m.model(0).Number)
	m.wording = m.replacer()
	m.units()
	m.items()
	if err := m.main(); err != nil {
		return nil, err
	}
	total := strings.NewReplacer(fmt.Sprintf("%d项", len(m.base.Annex.Items())), fmt.Sprintf("%d项", m.Items))
	for _, name := range []string{"notice.md", "plan.md"} {
		m.put(Folder+"/"+name, total.Replace(m.wording.Replace(m.text(m.base.ID+"/"+name))))
	}
	m.notices()
	return m.out, nil
}

// maker makes one content folder.
type maker struct {
	Spec
	files   *source.Files
	base    *dossier.Dossier
	classes []class
	kept    map[string]bool   // names of the base that stay
	plain   bool              // the base numbers its items otherwise: 1.
	wording *strings.Replacer // puts invented names where the base has real ones
	out     map[string][]byte
}

func (m *maker) put(path, text string) { m.out[path] = []byte(text) }

// text is a file of the base; "" when it has none.
func (m *maker) text(path string) string {
	if f := m.files.File(path); f != nil {
		return f.Text
	}
	return ""
}

// id is the ID of the nth item, counted from 0.
func (m *maker) id(n int) string {
	return fmt.Sprintf("%0*d", max(2, len(fmt.Sprint(m.Items))), n+1)
}

// main writes dossier.yaml: the base's, with other items and without what is
// about its page in the web.
func (m *maker) main() error {
	var all map[string]any
	if err := yaml.Unmarshal([]byte(m.text(m.base.ID+"/dossier.yaml")), &all); err != nil {
		return fmt.Errorf("dossier.yaml：%w", err)
	}
	delete(all, "web")
	annex, _ := all["annex"].(map[string]any)
	if annex == nil {
		return fmt.Errorf("dossier.yaml没有annex")
	}
	annex["parts"] = m.parts()
	delete(annex, "numbering")
	text, err := yaml.Marshal(all)
	if err != nil {
		return fmt.Errorf("dossier.yaml：%w", err)
	}
	m.put(Folder+"/dossier.yaml", string(text))
	return nil
}

// parts divides the items among two parts.
func (m *maker) parts() []any {
	var out []any
	half := (m.Items + 1) / 2
	for i, bounds := range [][2]int{{0, half}, {half, m.Items}} {
		var ids []string
		for n := bounds[0]; n < bounds[1]; n++ {
			ids = append(ids, m.id(n))
		}
		if len(ids) > 0 {
			heading := fmt.Sprintf("%s、第%s批问题整改措施清单（%d项）", zh.Numeral(i+1), zh.Numeral(i+1), len(ids))
			out = append(out, map[string]any{"heading": heading, "items": ids})
		}
	}
	return out
}
