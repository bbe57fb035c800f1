package build

import (
	"errors"
	"fmt"
	"io/fs"

	"hongtou/internal/amend"
	"hongtou/internal/check"
	"hongtou/internal/diag"
	"hongtou/internal/docset"
	"hongtou/internal/dossier"
	"hongtou/internal/load"
	"hongtou/internal/source"
)

// content is what was read and checked, and the text in force.
type content struct {
	dossiers []dossier.Dossier
	editions []*amend.Edition // of the dossiers, as of the day asked for
	problems Problems
}

// read loads the content folder, checks it and applies the notices. The error
// is of the machine or of the command line; what is wrong with the content is
// in the problems.
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
	c := content{dossiers: dossiers}
	for i := range dossiers {
		edition, problems := amend.At(&dossiers[i], o.AsOf)
		list.Add(problems...)
		c.editions = append(c.editions, edition)
	}
	c.problems = Problems{list, files}
	return c, nil
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

// planEdition lists the documents that one edition asks for.
func planEdition(e *amend.Edition) []docset.Document {
	docs, _ := docset.Plan(e.Issued, e.Date)
	return docs
}
