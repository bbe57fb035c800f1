package build

import (
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"hongtou/internal/docset"
)

// keep says whether a file need not be made: the last publication made it from
// the same inputs, and its bytes still stand in out/. A file whose making had
// something to tell is made anew, for else nobody would be told again.
func (w workshop) keep(m *made) bool {
	was, known := w.session.Former(m.file.Path)
	m.kept = known && w.program != "" && m.inputs != "" && was.InputsHash == m.inputs && was.Problems == 0 &&
		was.Kind == string(m.document.Kind) && was.Format == string(m.file.Format) && w.session.Keep(m.file.Path)
	if m.kept {
		m.pages = was.Pages
	}
	return m.kept
}

// standing gives the files asked for when none of them has to be made, without
// composing anything; false when some have. That is as safe as making them:
// program, faces, templates, content and day hash as they did when all of out/
// was made, the making had nothing to tell, every file asked for is listed, and
// every one holds what was published. The publication is committed like any other,
// so that what a killed run left is ended, and stale files go.
func (w workshop) standing(wanted []*docset.Document) ([]made, bool) {
	before := w.session.Previous()
	if w.program == "" || before.InputsHash != w.inputs || !before.Shard.Equal(w.options.shard()) {
		return nil, false
	}
	var files []made
	papers, archives, sites := divide(wanted)
	for _, d := range slices.Concat(papers, archives) {
		for _, f := range w.options.selected(d) {
			was, known := w.session.Former(f.Path)
			if !known {
				return nil, false
			}
			files = append(files, made{document: d, file: f, inputs: was.InputsHash, key: was.Key, problems: was.Problems})
		}
	}
	if !w.keepAll(files) {
		return nil, false
	}
	left, more := w.standingSites(sites)
	return append(files, more...), len(left) == 0
}

// keepAll keeps files, several at once; false when one cannot be kept.
func (w workshop) keepAll(files []made) bool {
	var group errgroup.Group
	group.SetLimit(w.options.Jobs)
	var mu sync.Mutex
	all := true
	for i := range files {
		group.Go(func() error {
			kept := w.keep(&files[i])
			mu.Lock()
			defer mu.Unlock()
			all = all && kept
			return nil
		})
	}
	_ = group.Wait() // none fails
	return all
}

// standingSites sets those websites apart that need not be made, and gives
// their files. A website tells of everything, so its inputs are the run's; its
// front page bears their hash. All its files are kept, or none.
func (w workshop) standingSites(sites []*docset.Document) (left []*docset.Document, files []made) {
	for _, d := range sites {
		own, ok := w.standingSite(d)
		if !ok {
			left = append(left, d)
		}
		files = append(files, own...)
	}
	return left, files
}

func (w workshop) standingSite(d *docset.Document) ([]made, bool) {
	home, known := w.session.Former(siteHome)
	if w.program == "" || !known || home.InputsHash != w.inputs || home.Problems > 0 {
		return nil, false
	}
	var files []made
	for _, o := range w.session.Previous().Outputs {
		if o.Kind == string(docset.Site) {
			files = append(files, made{document: d, file: docset.File{Format: docset.Format(o.Format), Path: o.Path}, inputs: o.InputsHash, kept: true})
		}
	}
	for _, m := range files {
		if !w.session.Keep(m.file.Path) {
			return nil, false
		}
	}
	return files, true
}
