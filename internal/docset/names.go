package docset

import (
	"fmt"
	"slices"
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/filename"
)

// CheckNames reports every path that some file system would refuse, change
// or confuse with another: names are compared as a case-insensitive,
// normalising file system compares them, and no file may be where another one
// needs a folder, nor where the program keeps its own.
func CheckNames(docs []Document) diag.List {
	problems := ownNames(docs)
	taken, named := map[string]string{}, map[string]bool{}
	for _, d := range docs {
		if d.Recipient != nil && !named[d.Unit] {
			named[d.Unit] = true
			problems.Add(unitName(d)...)
		}
		for _, f := range d.Files {
			if why := filename.Refusal(f.Path); why != "" {
				problems.Add(nameProblem(d, "bad-path", f.Path, why))
			}
			key := filename.Fold(f.Path)
			if first, dup := taken[key]; dup {
				problems.Add(nameProblem(d, "path-collision", f.Path, "与“"+first+"”重名（不分大小写）"))
				continue
			}
			taken[key] = f.Path
		}
	}
	for _, d := range docs {
		for _, f := range d.Files {
			if first, dup := filename.Within(f.Path, taken); dup {
				problems.Add(nameProblem(d, "path-collision", f.Path, "“"+first+"”既是文件，又是它所在的文件夹"))
				break // the others lie there too
			}
		}
	}
	return problems
}

// own are the names in out/ that publishing uses itself: the manifest, and the
// folder of what is not published yet and of the lock.
var own = []string{"manifest.json", ".hongtou-staging"}

// ownNames refuses documents that would lie where own files do, of each folder
// the first.
func ownNames(docs []Document) diag.List {
	var problems diag.List
	last := "" // the folder looked at before: mostly the same
	for _, d := range docs {
		for _, f := range d.Files {
			first, _, _ := strings.Cut(f.Path, "/")
			if first != last && slices.Contains(own, filename.Fold(first)) {
				problems.Add(nameProblem(d, "path-collision", f.Path, "“"+first+"”是程序自用的名称"))
			}
			last = first
		}
	}
	return problems
}

// unitName refuses a unit whose name would be several folders: it is part of
// the names of files.
func unitName(d Document) diag.List {
	name := d.Recipient.Unit.Name.Value
	if !strings.Contains(name, "/") {
		return nil
	}
	return diag.List{nameProblem(d, "bad-path", name, "单位名称中有“/”，会成为几级文件夹")}
}

func nameProblem(d Document, code, path, why string) diag.Diagnostic {
	var at diag.Position
	hint := "请修改案卷文件夹名或源文件名"
	if d.Dossier != nil { // the website is not of one dossier
		at = d.Dossier.Name.At
	}
	switch {
	case d.Amendment != nil:
		at = d.Amendment.Title.At
	case d.Recipient != nil:
		at, hint = d.Recipient.Unit.Name.At, "请修改名册中的单位名称，或案卷文件夹名"
	}
	return diag.Diagnostic{
		Severity: diag.Error, Code: code, At: at,
		Message: fmt.Sprintf("输出文件名“%s”不可用：%s", path, why),
		Hint:    hint,
	}
}
