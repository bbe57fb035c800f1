package load

import (
	"cmp"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"hongtou/internal/dossier"
)

// amendments reads the folder amendments, sorted by date, then serial.
func (l *loader) amendments(folder string, labels dossier.Labels) []dossier.Amendment {
	var out []dossier.Amendment
	for _, p := range l.files.Paths() {
		if path.Dir(p) == folder+"/amendments" && path.Ext(p) == ".md" {
			if a, ok := l.amendment(p, labels); ok {
				out = append(out, a)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b dossier.Amendment) int {
		return cmp.Or(cmp.Compare(a.Date.ISO(), b.Date.ISO()), cmp.Compare(a.Serial, b.Serial))
	})
	return out
}

var amendmentName = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})(?:-([2-9]|[1-9]\d))?$`)

// amendment reads one amending notice; its file is named after its date.
func (l *loader) amendment(p string, labels dossier.Labels) (dossier.Amendment, bool) {
	pg, ok := l.page(p)
	if !ok {
		return dossier.Amendment{}, false
	}
	out := dossier.Amendment{ID: strings.TrimSuffix(path.Base(p), ".md"), Serial: 1, File: pg.name}
	var shape amendmentFront
	if pg.hasFM {
		l.decode(pg.front, pg.fmAt, &shape)
	} else {
		l.errorAt(pg.at, 0, "missing-front-matter", "修改通知开头没有公文要素", "文件开头写“---”、date、issuers、signature、“---”")
	}
	out.Notice, out.Web = l.elements(path.Dir(path.Dir(p)), shape.noticeShape), l.web(shape.Web)
	name := amendmentName.FindStringSubmatch(out.ID)
	switch {
	case name == nil:
		l.errorAt(l.at(p), 0, "file-name", fmt.Sprintf("修改通知的文件名“%s”应是成文日期", path.Base(p)), "写作“2021-06-01.md”，同日第二件写作“2021-06-01-2.md”")
	case out.Date.Year != 0 && name[1] != out.Date.ISO():
		l.errorAt(out.Date.At, out.Date.Len(), "file-name", fmt.Sprintf("成文日期与文件名“%s”不一致", path.Base(p)), "改正其中一个")
	}
	if name != nil && name[2] != "" {
		out.Serial, _ = strconv.Atoi(name[2])
	}
	blocks := l.letterhead(pg, &out.Notice)
	l.noAttributes(pg.blocks[:len(pg.blocks)-len(blocks)]) // title and recipients change nothing
	for _, b := range blocks {
		out.Body = append(out.Body, b.Paragraph())
	}
	r := changeReader{l: l, labels: labels, file: pg.name, blocks: blocks}
	out.Changes = r.changes()
	return out, true
}
