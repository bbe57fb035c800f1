package load

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"hongtou/internal/diag"
)

// wrongFolder says whether what was opened is no content folder, and reports
// that alone: it is a dossier's own folder, the folder above the content, or
// holds no dossier at all.
func (l *loader) wrongFolder() bool {
	here := diag.Position{File: l.files.Folder}
	name := path.Base(l.files.Folder)
	switch {
	case l.files.Has("dossier.yaml"):
		l.errorAt(here, 0, "wrong-folder", fmt.Sprintf("“%s”是一个案卷文件夹，--content应写上一级文件夹", name),
			fmt.Sprintf("写作“--content %s”", path.Dir(l.files.Folder)))
	case !l.files.Has(unitsPath) && l.below() != "":
		l.errorAt(here, 0, "wrong-folder", fmt.Sprintf("内容在下一级文件夹“%s”中", l.below()),
			fmt.Sprintf("写作“--content %s”", path.Join(l.files.Folder, l.below())))
	case !l.anyFolder():
		l.errorAt(here, 0, "wrong-folder", fmt.Sprintf("内容文件夹“%s”中没有案卷", name),
			"在其中新建单位名册units.yaml和案卷文件夹（见docs/content.md），或用--content指明内容文件夹")
	default:
		return false
	}
	return true
}

// below gives the folder inside that is the content folder, "" when none is.
func (l *loader) below() string {
	i := slices.IndexFunc(l.files.Paths(), func(p string) bool {
		return strings.Count(p, "/") == 1 && path.Base(p) == unitsPath
	})
	if i < 0 {
		return ""
	}
	return path.Dir(l.files.Paths()[i])
}

// anyFolder says whether a folder inside holds files at all; what is missing
// in there is reported there.
func (l *loader) anyFolder() bool {
	return slices.ContainsFunc(l.files.Paths(), func(p string) bool { return strings.Contains(p, "/") })
}
