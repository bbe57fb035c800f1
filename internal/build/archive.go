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
// this run made, and makes those of its files that were not asked for. One
// whose files all have the inputs they had is not packed again. What these have
// to tell is theirs: of the archive nothing counts.
func (w workshop) archive(planned *docset.Document, done finished, out *outcome) error {
	d := planned.Unpacked()
	parts := make([]*partMaker, len(d.Parts))
	inputs := map[string]string{}
	for i, part := range d.Parts {
		parts[i] = &partMaker{workshop: w, document: part, done: done}
		for _, f := range carried(part) {
			m, err := parts[i].reckon(f)
			out.problems.Add(parts[i].told()...)
			if err != nil || out.problems.HasErrors() {
				return err
			}
			inputs[f.Path] = m.inputs
		}
	}
	h := sha256.New()
	fmt.Fprintln(h, w.fingerprint, docset.ZIP)
	writeParcel(h, d, func(f docset.File) string { return inputs[f.Path] })
	m := made{document: planned, file: d.Files[0], inputs: hex.EncodeToString(h.Sum(nil))}
	if w.keep(&m) {
		out.files = []made{m}
		w.progress.skip()
		return nil
	}
	data, err := pack(d, parts, out)
	if err != nil || out.problems.HasErrors() {
		return err
	}
	out.files = []made{m}
	w.progress.step(d.Title)
	return w.session.Put(m.file.Path, data)
}

func pack(d docset.Document, parts []*partMaker, out *outcome) ([]byte, error) {
	c := contents(d)
	for i, part := range d.Parts {
		for j, f := range carried(part) {
			one, list, err := parts[i].file(f)
			out.problems.Add(list...)
			if err != nil || out.problems.HasErrors() {
				return nil, err
			}
			into := &c.Documents[i].Files[j]
			into.Data, into.SHA256 = one.data, one.sum
		}
	}
	return c.Zip()
}

// partMaker gives the files of one document that stands in an archive or on a
// website. It composes the document at most once, and only if this run has not.
type partMaker struct {
	workshop
	document docset.Document
	done     finished
	composed *compose.Composed
	trees    treeSums
	list     diag.List // of composing, not told yet
}

// told gives what composing had to tell, once.
func (p *partMaker) told() diag.List {
	list := p.list
	p.list = nil
	return list
}

func (p *partMaker) compose() compose.Composed {
	if p.composed == nil {
		composed, list := compose.Compose(p.templates, p.document)
		p.composed, p.list, p.trees = &composed, list, treeSums{composed: composed}
	}
	return *p.composed
}

// reckon gives a file's inputs. With errors in told they are of no use.
func (p *partMaker) reckon(f docset.File) (made, error) {
	if m, here := p.done[f.Path]; here {
		return *m, nil
	}
	p.compose()
	if p.list.HasErrors() {
		return made{}, nil
	}
	return reckon(&p.document, f, &p.trees, p.tools)
}

// finishedFile is a file with its bytes.
type finishedFile struct {
	made
	data []byte
	sum  string // SHA-256 of the bytes, if that is known; else ""
}

// file gives a file's bytes: those this run made, those of an earlier run that
// had the same inputs, or new ones.
func (p *partMaker) file(f docset.File) (out finishedFile, problems diag.List, err error) {
	out.made, err = p.reckon(f)
	problems = p.told()
	if err != nil || problems.HasErrors() {
		return out, problems, err
	}
	if _, here := p.done[f.Path]; here || p.keep(&out.made) {
		out.data, out.sum, err = p.session.Read(f.Path)
		return out, problems, err
	}
	data, list, err := render(&out.made, p.compose(), p.tools)
	out.data = data
	problems.Add(list...)
	return out, problems, err
}
