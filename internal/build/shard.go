package build

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"hongtou/internal/docset"
	"hongtou/internal/publish"
)

// Shard is a slice of all documents, for machines that share the work: i of n,
// from 1. The zero value means all documents. All slices together hold every
// document once.
type Shard struct{ Index, Of int }

// maxShards bounds a slip of the keyboard: more slices than documents are of
// no use.
const maxShards = 100_000

// ParseShard reads 2/8.
func ParseShard(words string) (Shard, error) {
	const form = "写作“2/8”，即共8片中的第2片"
	i, n, ok := strings.Cut(words, "/")
	index, err1 := strconv.Atoi(i)
	of, err2 := strconv.Atoi(n)
	if !ok || err1 != nil || err2 != nil || index < 1 || of < 1 || index > of || of > maxShards {
		return Shard{}, misused(form, "--shard 的“%s”不对", words)
	}
	return Shard{index, of}, nil
}

// String writes 2/8.
func (s Shard) String() string { return fmt.Sprintf("%d/%d", s.Index, s.Of) }

// holds says whether a document is in the slice. That follows from its path
// alone, or, for what goes to one recipient, from the recipient: so units that
// are added move no other document to another slice, and an archive is packed
// where its files are made.
func (s Shard) holds(d *docset.Document) bool {
	if s.Of == 0 {
		return true
	}
	name := "path " + d.Files[0].Path
	if d.Unit != "" && d.Dossier != nil {
		name = "unit " + d.Dossier.ID + "/" + d.Unit
	}
	sum := sha256.Sum256([]byte(name))
	return binary.BigEndian.Uint64(sum[:8])%uint64(s.Of) == uint64(s.Index-1)
}

// nothing says whether the choice of kinds, formats and units leaves nothing to
// make. That a slice is empty is no mistake: there may be more slices than
// recipients.
func (o Options) nothing(documents []docset.Document) bool {
	o.Shard = Shard{}
	return !slices.ContainsFunc(documents, func(d docset.Document) bool { return o.wants(&d) })
}

// shard is what the manifest says of the slice; nil when there is none.
func (o Options) shard() *publish.Shard {
	if o.Shard.Of == 0 {
		return nil
	}
	s := &publish.Shard{Index: o.Shard.Index, Of: o.Shard.Of, Selection: []string{}}
	for _, k := range o.Kinds {
		s.Selection = append(s.Selection, "kind "+string(k))
	}
	for _, f := range o.Formats {
		s.Selection = append(s.Selection, "format "+string(f))
	}
	for _, id := range o.recipients {
		s.Selection = append(s.Selection, "unit "+id)
	}
	slices.Sort(s.Selection)
	s.Selection = slices.Compact(s.Selection)
	return s
}

// fits refuses to put a slice where something else stands: most of that would
// go.
func (o Options) fits(previous publish.Manifest) error {
	here, now := previous.Shard, o.shard()
	switch {
	case now == nil || len(previous.Outputs) == 0 || here.Equal(now):
		return nil
	case here == nil:
		return misused("用 --out 给这一片另指定文件夹", "“%s”里是全部文件，不是第 %s 片", o.Out, o.Shard)
	}
	return misused("用 --out 给每一片各指定一个文件夹；分片的选择（--kind、--format、--unit）也不能中途改变",
		"“%s”里是第 %d/%d 片，选择也可能不同，不是现在的第 %s 片", o.Out, here.Index, here.Of, o.Shard)
}
