package build

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"hongtou/internal/publish"
)

// MergeReport tells what was joined.
type MergeReport struct {
	Out       string   `json:"out"`
	Shards    int      `json:"shards"`
	Files     int      `json:"files"`
	Written   []string `json:"written"`
	Unchanged []string `json:"unchanged"`
	Removed   []string `json:"removed"`
	Kept      []string `json:"kept"`
	Saved     []Saved  `json:"saved"`
}

// Merge joins the folders of all slices of one run into o.Out, which then is
// byte for byte what the run without slices would have made. The folders must
// hold every slice once, made from the same inputs with the same choice; their
// files are read and summed, and published as a build publishes its own.
func Merge(o Options, folders []string) (MergeReport, error) {
	o = o.withDefaults()
	out := MergeReport{Out: o.Out, Shards: len(folders), Saved: []Saved{}}
	slicesOf, err := openShards(folders)
	defer func() {
		for _, s := range slicesOf {
			s.Close()
		}
	}()
	if err != nil {
		return out, err
	}
	m, err := joined(slicesOf)
	if err != nil {
		return out, err
	}
	session, err := publish.Begin(o.Out)
	if err != nil {
		return out, err
	}
	defer session.Close()
	if err := o.takes(session.Previous()); err != nil {
		return out, err
	}
	if err := o.spares(session.Previous(), slicesOf[0].Manifest.Shard.Selection); err != nil {
		return out, err
	}
	if err := putAll(session, slicesOf, o.Jobs); err != nil {
		return out, err
	}
	r, err := session.Commit(m)
	if err != nil {
		return out, err
	}
	out.Files = len(m.Outputs)
	out.Written, out.Unchanged, out.Removed, out.Kept = r.Written, r.Unchanged, r.Removed, r.Kept
	for _, s := range r.Saved {
		out.Saved = append(out.Saved, Saved(s))
	}
	return out, nil
}

// shardFolder is the folder of one slice.
type shardFolder struct {
	*publish.Listing
	name string
}

func openShards(folders []string) ([]shardFolder, error) {
	var out []shardFolder
	for _, name := range folders {
		l, err := publish.Open(name)
		if err != nil {
			return out, err
		}
		out = append(out, shardFolder{l, name})
	}
	return out, nil
}

// joined checks that the folders are all slices of one run, and gives its
// manifest.
func joined(folders []shardFolder) (publish.Manifest, error) {
	var out publish.Manifest
	holder := map[int]string{}
	first := folders[0]
	for _, f := range folders {
		m := f.Manifest
		switch s := m.Shard; {
		case s == nil:
			return out, misused("用 hongtou build --shard i/n 生成各片", "“%s”里不是分片", f.name)
		case s.Of != first.Manifest.Shard.Of:
			return out, misused("各片须用同一个总数", "“%s”共%d片，“%s”共%d片", first.name, first.Manifest.Shard.Of, f.name, s.Of)
		case holder[s.Index] != "":
			return out, misused("每一片只写一个文件夹", "“%s”和“%s”都是第 %d/%d 片", holder[s.Index], f.name, s.Index, s.Of)
		}
		if err := alike(first, f); err != nil {
			return out, err
		}
		holder[m.Shard.Index] = f.name
		out.Outputs = append(out.Outputs, m.Outputs...)
	}
	if err := complete(holder, first.Manifest.Shard.Of); err != nil {
		return out, err
	}
	out.InputsHash, out.Dossiers = first.Manifest.InputsHash, first.Manifest.Dossiers
	return out, nil
}

// alike refuses slices of different runs.
func alike(a, b shardFolder) error {
	const again = "用同一程序、同一内容和选项重新生成各片"
	x, y := a.Manifest, b.Manifest
	switch {
	case !slices.EqualFunc(x.Dossiers, y.Dossiers, func(p, q publish.Dossier) bool {
		return p.ID == q.ID && p.AsOf == q.AsOf && slices.Equal(p.Editions, q.Editions)
	}):
		return misused(again, "“%s”与“%s”的案卷、日期或版本不同", a.name, b.name)
	case !slices.Equal(x.Shard.Selection, y.Shard.Selection):
		return misused(again, "“%s”与“%s”的 --kind、--format 或 --unit 不同", a.name, b.name)
	case y.InputsHash == "":
		return misused(again, "“%s”里的文件不是一次生成的", b.name)
	case x.InputsHash != y.InputsHash:
		return misused(again, "“%s”与“%s”的程序、内容、模板、字体或选项不同", a.name, b.name)
	}
	return nil
}

func complete(holder map[int]string, of int) error {
	var missing []string
	for i := 1; i <= of; i++ {
		if holder[i] == "" {
			missing = append(missing, Shard{i, of}.String())
		}
	}
	if len(missing) == 0 {
		return nil
	}
	const named = 20
	if n := len(missing); n > named {
		missing = append(missing[:named], fmt.Sprintf("等 %d 片", n))
	}
	return misused("补齐以后再合并", "缺少第 %s 片", strings.Join(missing, "、"))
}

// takes refuses to merge into the folder of a slice.
func (o Options) takes(previous publish.Manifest) error {
	if previous.Shard == nil {
		return nil
	}
	return misused("用 --out 另指定文件夹", "“%s”本身是第 %d/%d 片", o.Out, previous.Shard.Index, previous.Shard.Of)
}

// spares refuses to merge slices of a choice of documents into a folder that
// holds others: they would be removed as if no longer wanted. Files of the
// same choice may go, for that is what merging it again means.
func (o Options) spares(previous publish.Manifest, selection []string) error {
	n, example := 0, ""
	for _, out := range previous.Outputs {
		if !within(selection, out) {
			if n++; n == 1 {
				example = out.Path
			}
		}
	}
	if n == 0 {
		return nil
	}
	return misused("用 --out 另指定文件夹；或不用 --kind、--format、--unit，重新生成全部分片再合并",
		"各片只是用 --kind、--format 或 --unit 选出的一部分，“%s”里还有%d个别的文件（如 %s），合并会删去它们", o.Out, n, example)
}

// within says whether a file belongs to a choice as Options.shard writes it:
// of each property named, its own must be among the names.
func within(selection []string, out publish.Output) bool {
	has := map[string]string{"kind": out.Kind, "format": out.Format, "unit": out.Unit}
	met := map[string]bool{}
	for _, s := range selection {
		property, value, _ := strings.Cut(s, " ")
		met[property] = met[property] || has[property] == value
	}
	for _, ok := range met {
		if !ok {
			return false
		}
	}
	return true
}

// putAll stages the files of all slices; of each one at a time is in memory for
// every job.
func putAll(session *publish.Session, folders []shardFolder, jobs int) error {
	var group errgroup.Group
	group.SetLimit(jobs)
	for _, f := range folders {
		for _, o := range f.Manifest.Outputs {
			group.Go(func() error {
				if was, known := session.Former(o.Path); known && was.SHA256 == o.SHA256 && session.Keep(o.Path) {
					return nil
				}
				data, err := f.Read(o)
				if err != nil {
					return err
				}
				return session.Put(o.Path, data)
			})
		}
	}
	return group.Wait()
}
