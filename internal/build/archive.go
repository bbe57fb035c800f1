package build

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"hongtou/internal/compose"
	"hongtou/internal/diag"
	"hongtou/internal/docset"
)

// archive packs and stages the archive of one recipient from the files that
// this run made, and makes those of its files that were not asked for.
func (w workshop) archive(d docset.Document, done map[string]made) ([]made, diag.List, error) {
	var problems diag.List
	c := contents(d)
	inputs := map[string]string{}
	for i, part := range d.Parts {
		p := partMaker{workshop: w, document: part, done: done}
		for j, f := range carried(part) {
			m, data, list, err := p.file(f)
			problems.Add(list...)
			if err != nil || problems.HasErrors() {
				return nil, problems, err
			}
			inputs[f.Path], c.Documents[i].Files[j].Data = m.inputs, data
		}
	}
	data, err := c.Zip()
	if err != nil {
		return nil, problems, err
	}
	h := sha256.New()
	fmt.Fprintln(h, w.fingerprint, docset.ZIP)
	writeParcel(h, d, func(f docset.File) string { return inputs[f.Path] })
	out := made{document: d, file: d.Files[0], inputs: hex.EncodeToString(h.Sum(nil))}
	return []made{out}, problems, w.session.Put(out.file.Path, data)
}

// partMaker gives the files of one document of an archive. It composes the
// document at most once.
type partMaker struct {
	workshop
	document docset.Document
	done     map[string]made
	composed *compose.Composed
}

func (p *partMaker) file(f docset.File) (made, []byte, diag.List, error) {
	if m, here := p.done[f.Path]; here {
		data, err := p.session.Read(f.Path)
		return m, data, nil, err
	}
	var problems diag.List
	if p.composed == nil {
		composed, list := compose.Compose(p.templates, p.document)
		if problems.Add(list...); problems.HasErrors() {
			return made{}, nil, problems, nil
		}
		p.composed = &composed
	}
	m, data, list, err := render(p.document, f, *p.composed, p.tools)
	problems.Add(list...)
	return m, data, problems, err
}
