package build

import (
	"errors"
	"fmt"
	"io/fs"

	"hongtou/internal/check"
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
		return content{}, fmt.Errorf("没有内容文件夹“%s”：请用 --content 指明案卷所在的文件夹", o.Content)
	}
	if err != nil {
		return content{}, err
	}
	dossiers, problems := load.Load(files)
	list.Add(problems...)
	list.Add(check.Check(dossiers, check.Options{})...)
	return content{dossiers, Problems{list, files}}, nil
}

// plan lists the documents of all dossiers; names are checked over all of them.
func (c *content) plan() []docset.Document {
	var out []docset.Document
	for i := range c.dossiers {
		docs, problems := docset.Plan(&c.dossiers[i], "")
		c.problems.List.Add(problems...)
		out = append(out, docs...)
	}
	c.problems.List.Add(docset.CheckNames(out)...)
	return out
}
