package build

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"golang.org/x/sync/errgroup"

	"hongtou/internal/compose"
	"hongtou/internal/diag"
	"hongtou/internal/disclose"
	"hongtou/internal/docset"
	"hongtou/internal/publish"
)

// made is one file that out/ shall hold.
type made struct {
	document *docset.Document // of the plan
	file     docset.File
	pages    int    // of a PDF
	inputs   string // hash of everything the bytes depend on
	key      string // of its document: from it the inputs follow; "" = not known
	problems int    // told while it was made
	kept     bool   // not made: it stands in out/ since an earlier run
}

// workshop is what all documents of a run are made with, and what became of
// them.
type workshop struct {
	tools
	session  *publish.Session
	options  Options
	progress *steps
	inputs   string             // of the whole run
	website  []disclose.Dossier // for the website: the dossiers, without documents
	trees    *trees
}

// produce gives the files of the documents wanted. When nothing has changed
// since out/ was made, it stands. Else each document is composed, and those of
// its files are rendered and staged whose inputs are not those of the file in
// out/, several at once; then the archives that hold them and the website that
// offers them.
func (w workshop) produce(wanted []*docset.Document) ([]made, diag.List, error) {
	if files, stands := w.standing(wanted); stands {
		return files, nil, nil
	}
	return w.makeAll(wanted)
}

// makeAll makes the selected files of all documents, and then what holds files
// of others: the website and the archives, side by side.
func (w workshop) makeAll(documents []*docset.Document) ([]made, diag.List, error) {
	papers, archives, sites := divide(documents)
	sites, files := w.standingSites(sites)
	w.trees = newTrees(sites)
	more, problems, err := w.each("编排与制作", papers, w.paper)
	files = append(files, more...)
	holders := slices.Concat(sites, archives) // the website takes longest
	if err != nil || problems.HasErrors() || len(holders) == 0 {
		return files, problems, err
	}
	done := finishedOf(more)
	more, list, err := w.each(holding(archives, sites), holders, func(_ *errgroup.Group, d *docset.Document, out *outcome) error {
		if d.Kind == docset.Site {
			return w.site(d, done, out)
		}
		return w.archive(d, done, out)
	})
	problems.Add(list...)
	return append(files, more...), problems, err
}

// finished are files that this run has made or kept, by path.
type finished map[string]*made

func finishedOf(files []made) finished {
	out := make(finished, len(files))
	for i := range files {
		out[files[i].file.Path] = &files[i]
	}
	return out
}

// holding names the stage that makes what holds files of others.
func holding(archives, sites []*docset.Document) string {
	switch {
	case len(sites) == 0:
		return "打包"
	case len(archives) == 0:
		return "网站版"
	}
	return "网站版与打包"
}

// divide sets those apart that hold files of others.
func divide(documents []*docset.Document) (papers, archives, sites []*docset.Document) {
	papers = make([]*docset.Document, 0, len(documents))
	for _, d := range documents {
		switch d.Kind {
		case docset.Bundle:
			archives = append(archives, d)
		case docset.Site:
			sites = append(sites, d)
		default:
			papers = append(papers, d)
		}
	}
	return papers, archives, sites
}

// outcome is what became of one document. Each of its files has a place of its
// own, so that several may be made at once.
type outcome struct {
	files    []made
	problems diag.List
	lists    []diag.List // by file
}

// maker makes one document; files of it may be given to the group.
type maker func(*errgroup.Group, *docset.Document, *outcome) error

// each makes documents, so many files at once as asked for. The result is in
// the order of the plan, whatever finished first. After a failure of the
// machine nothing new is begun.
func (w workshop) each(stage string, documents []*docset.Document, one maker) ([]made, diag.List, error) {
	if len(documents) == 0 {
		return nil, nil, nil
	}
	w.progress.stage(stage, len(documents))
	outcomes := make([]outcome, len(documents))
	group, failed := newGroup(w.options.Jobs)
	for _, i := range longestFirst(documents) {
		group.Go(func() error {
			if failed() {
				return nil
			}
			return one(group, documents[i], &outcomes[i])
		})
	}
	err := group.Wait()
	n := 0
	for i := range outcomes {
		n += len(outcomes[i].files)
	}
	files := make([]made, 0, n)
	var problems diag.List
	for i := range outcomes {
		o := &outcomes[i]
		files = append(files, o.files...)
		problems.Add(o.problems...)
		for _, list := range o.lists {
			problems.Add(list...)
		}
		*o = outcome{} // there may be thousands
	}
	if err == nil && !problems.HasErrors() {
		w.progress.Done()
	}
	return files, problems, err
}

// longestFirst gives the order in which documents are begun: what takes longest
// must not be what all others wait for at the end.
func longestFirst(documents []*docset.Document) []int {
	order := make([]int, len(documents))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(length(documents[b]), length(documents[a])) })
	return order
}

// length ranks documents by how long they take: a volume holds all books, what
// is for nobody in particular holds the whole plan, and what is about one task
// is short.
func length(d *docset.Document) int {
	switch {
	case d.Kind == docset.Volume:
		return 3
	case d.Unit == "":
		return 2
	case d.Item == "":
		return 1
	}
	return 0
}

// paper composes a document and stages those of its selected files that do not
// stand in out/ already.
func (w workshop) paper(group *errgroup.Group, d *docset.Document, out *outcome) error {
	files := w.options.selected(d)
	key := w.key(d, files)
	if kept, all := w.unchanged(d, files, key); all {
		out.files = kept
		w.progress.skip()
		return nil
	}
	composed, problems := compose.Compose(w.templates, *d, formatsOf(files)...)
	if out.problems = problems; problems.HasErrors() {
		w.progress.skip()
		return nil
	}
	w.trees.offer(d, composed.Document)
	out.files, out.lists = make([]made, len(files)), make([]diag.List, len(files))
	trees := treeSums{composed: composed}
	var missing []int
	for i, f := range files {
		m, err := reckon(d, f, &trees, w.tools)
		if err != nil {
			return fmt.Errorf("%s：%w", f.Path, err)
		}
		m.key, m.problems = key, len(problems)
		if !w.keep(&m) {
			missing = append(missing, i)
		}
		out.files[i] = m
	}
	if len(missing) == 0 {
		w.progress.skip()
		return nil
	}
	left := w.progress.of(d.Title, len(missing))
	for n, i := range missing {
		one := func() error {
			defer left()
			return w.put(&out.files[i], &out.lists[i], composed)
		}
		// Others help while there are any without work; the last one is ours.
		if n < len(missing)-1 && group.TryGo(one) {
			continue
		}
		if err := one(); err != nil {
			return err
		}
	}
	return nil
}

// put renders one file and stages it.
func (w workshop) put(m *made, problems *diag.List, c compose.Composed) error {
	data, list, err := render(m, c, w.tools)
	*problems = list
	if err == nil && !list.HasErrors() {
		err = w.session.Put(m.file.Path, data)
	}
	if err != nil {
		return fmt.Errorf("%s：%w", m.file.Path, err)
	}
	return nil
}

func formatsOf(files []docset.File) []docset.Format {
	var out []docset.Format
	for _, f := range files {
		out = append(out, f.Format)
	}
	return out
}

// reckon hashes the inputs of one file of a composed document: the tree, the
// program and the faces, and nothing else: places in the source are left out.
func reckon(d *docset.Document, f docset.File, trees *treeSums, t tools) (made, error) {
	tree, err := trees.of(f.Format)
	h := sha256.New()
	fmt.Fprintf(h, "%s\n%s\n%x\n", t.fingerprint, f.Format, tree)
	return made{document: d, file: f, inputs: hex.EncodeToString(h.Sum(nil))}, err
}

// newGroup is a group that says whether one of it has failed.
func newGroup(jobs int) (group *errgroup.Group, failed func() bool) {
	group, ctx := errgroup.WithContext(context.Background())
	group.SetLimit(jobs)
	return group, func() bool { return ctx.Err() != nil }
}
