package build

import (
	"errors"
	"fmt"
	"io/fs"

	"hongtou/internal/check"
	"hongtou/internal/diag"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/load"
	"hongtou/internal/source"
)

// content is what was read and checked.
type content struct {
	dossiers []dossier.Dossier
	problems Problems
}

// read loads the content folder and checks it. The error is of the machine or
// of the command line; what is wrong with the content is in the problems.
func read(o Options) (content, error) {
	files, list, err := source.Open(o.Content)
	if errors.Is(err, fs.ErrNotExist) {
		return content{}, misused("用 --content 指明案卷所在的文件夹", "没有内容文件夹“%s”", o.Content)
	}
	if err != nil {
		return content{}, err
	}
	dossiers, problems := load.Load(files)
	list.Add(problems...)
	list.Add(check.Check(dossiers, check.Options{})...)
	return content{dossiers, Problems{list, files}}, nil
}

// plan lists the documents of all dossiers as of a date; names are checked over
// all of them.
func (c *content) plan(asOf string) []docset.Document {
	var out []docset.Document
	for i := range c.dossiers {
		d := &c.dossiers[i]
		c.problems.List.Add(unissued(d, asOf)...)
		docs, problems := docset.Plan(d, asOf)
		c.problems.List.Add(problems...)
		out = append(out, docs...)
	}
	c.problems.List.Add(docset.CheckNames(out)...)
	return out
}

// unissued says why a dossier has no documents as of a date before its notice.
func unissued(d *dossier.Dossier, asOf string) diag.List {
	issued := d.Notice.Date
	if asOf == "" || issued.Year == 0 || issued.ISO() <= asOf {
		return nil
	}
	return diag.List{{
		Severity: diag.Warning, Code: "not-issued", At: issued.At, Length: issued.Len(),
		Message: fmt.Sprintf("截至%s，案卷“%s”尚未印发，没有文件", asOf, d.ID),
		Hint:    "--as-of 用" + issued.ISO() + "或以后的日期",
	}}
}
