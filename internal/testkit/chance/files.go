package chance

import (
	"fmt"
	"strings"
)

// write puts the dossier as issued into files.
func (b *Book) write() {
	s := &b.now
	var units, main strings.Builder
	units.WriteString("units:\n")
	for _, u := range s.units {
		fmt.Fprintf(&units, "  - {id: %s, name: %s, kind: department}\n", u.id, u.name)
	}
	units.WriteString("people:\n")
	for i, p := range s.people {
		fmt.Fprintf(&units, "  - {name: %s, units: [%s], basis: 次序}\n", p, s.units[i].id)
	}
	b.Files["units.yaml"] = units.String()

	main.WriteString("name: 甲市方案\nnotice:\n  issuers: [甲市人民政府]\n  signature: [甲市人民政府]\n  date: 2021年3月5日\nannex:\n  title: 清单\n  parts:\n")
	for _, part := range s.parts {
		var ids []string
		for _, i := range part {
			ids = append(ids, `"`+i.id+`"`)
			b.Files[b.Folder+"/items/"+i.id+".md"] = i.file(s)
		}
		fmt.Fprintf(&main, "    - heading: 一、部分\n      items: [%s]\n", strings.Join(ids, ", "))
	}
	b.Files[b.Folder+"/dossier.yaml"] = main.String()
	b.Files[b.Folder+"/notice.md"] = "# 关于印发方案的通知\n\n各单位：\n\n现印发给你们。\n"
	var plan strings.Builder
	plan.WriteString("# 方案\n")
	for _, p := range s.plan {
		plan.WriteString("\n" + p.text + "\n")
	}
	b.Files[b.Folder+"/plan.md"] = plan.String()
}

// file writes an item in the form of its file.
func (i *item) file(s *state) string {
	lines := []string{i.problem}
	for _, a := range i.aspects {
		if a.problem != "" {
			lines = append(lines, a.problem)
		}
		for _, f := range a.fields {
			if f.kind == "measures" {
				lines = append(lines, f.label+"：")
				for _, m := range f.measures {
					lines = append(lines, m.text)
				}
				continue
			}
			lines = append(lines, f.label+"："+f.value(s))
		}
	}
	return strings.Join(lines, "\n\n") + "\n"
}
