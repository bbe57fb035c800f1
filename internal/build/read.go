package build

import (
	"fmt"

	"hongtou/internal/amend"
	"hongtou/internal/check"
	"hongtou/internal/diag"
	"hongtou/internal/docset"
	"hongtou/internal/load"
	"hongtou/internal/source"
)

// content is what was read and checked, as of a day.
type content struct {
	dossiers []edited
	asOf     string // Options.AsOf
	problems Problems
}

// read loads the content folder, checks it and applies the notices. The error
// is of the machine or of the command line; what is wrong with the content is
// in the problems.
func read(o Options) (content, error) {
	if err := isFolder(o.Content, "用 --content 指明案卷所在的文件夹", "内容文件夹"); err != nil {
		return content{}, err
	}
	files, list, err := source.Open(o.Content)
	if err != nil {
		return content{}, err
	}
	dossiers, problems := load.Load(files)
	list.Add(problems...)
	list.Add(check.Check(dossiers, check.Options{})...)
	c := content{asOf: o.AsOf}
	var refused diag.List
	for i := range dossiers {
		editions, problems := amend.Editions(&dossiers[i])
		refused.Add(problems...)
		c.dossiers = append(c.dossiers, edited{&dossiers[i], editions, len(check.Boundless(editions)) > 0})
	}
	if !list.HasErrors() { // check reports refusals as well, beside what caused them
		list.Add(refused...)
	}
	c.problems = Problems{list, files}
	return c, nil
}

// plan lists the documents of all dossiers; names are checked over all of them.
func (c *content) plan() []docset.Document {
	var out []docset.Document
	for _, d := range c.dossiers {
		c.problems.List.Add(d.unissued(c.asOf)...)
		if d.boundless {
			continue
		}
		docs, problems := docset.Plan(d.editions, c.asOf)
		c.problems.List.Add(problems...)
		if out == nil {
			out = docs // of one dossier, without a copy: there may be thousands
		} else {
			out = append(out, docs...)
		}
	}
	site, problems := docset.PlanSite(c.editions(), out, c.asOf)
	c.problems.List.Add(problems...)
	out = append(out, site...)
	c.problems.List.Add(docset.CheckNames(out)...)
	return out
}

// editions gives those of every dossier that is planned for.
func (c *content) editions() [][]*amend.Edition {
	var out [][]*amend.Edition
	for _, d := range c.dossiers {
		if !d.boundless {
			out = append(out, d.editions)
		}
	}
	return out
}

// unissued says why a dossier has no documents as of a day before its notice.
func (d edited) unissued(asOf string) diag.List {
	if len(d.until(asOf)) > 0 {
		return nil
	}
	issued := d.Notice.Date
	return diag.List{{
		Severity: diag.Warning, Code: "not-issued", At: issued.At, Length: issued.Len(),
		Message: fmt.Sprintf("截至%s，案卷“%s”尚未印发，没有文件", asOf, d.ID),
		Hint:    "--as-of 用" + issued.ISO() + "或以后的日期",
	}}
}
