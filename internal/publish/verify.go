package publish

import (
	"errors"
	"io/fs"
	"slices"
)

// Report compares out/ with its manifest. All lists are sorted; without an
// error none is nil.
type Report struct {
	Missing     []string // listed, but not there
	Changed     []string // listed, but with other content
	Foreign     []string // there, but not listed: other people's files
	Interrupted bool     // a run was killed while writing; the next one ends that
}

// Whole says whether every file of ours is there and unchanged.
func (r Report) Whole() bool {
	return len(r.Missing)+len(r.Changed) == 0 && !r.Interrupted
}

// Verify compares out with its manifest and changes nothing.
func Verify(out string) (Report, error) {
	d, err := openToRead(out)
	if err != nil {
		return Report{}, err
	}
	defer d.root.Close() // only read
	if !d.exists(ManifestName) {
		return Report{}, d.refuse(".", "中没有 "+ManifestName+"，不是本程序的输出文件夹")
	}
	m, err := d.manifest()
	if err != nil {
		return Report{}, err
	}
	r := Report{Missing: []string{}, Changed: []string{}, Interrupted: d.exists(journalName)}
	for _, o := range m.normalised().Outputs {
		switch sum, err := d.sum(o.Path); {
		case err == nil && sum == "":
			r.Missing = append(r.Missing, o.Path)
		case err != nil || sum != o.SHA256:
			r.Changed = append(r.Changed, o.Path)
		}
	}
	r.Foreign, err = d.foreign(m)
	return r, err
}

// foreign lists the files that are not ours.
func (d *disk) foreign(m Manifest) ([]string, error) {
	ours := m.sums()
	found := []string{}
	err := fs.WalkDir(d.root.FS(), ".", func(p string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case p == stagingDir:
			return fs.SkipDir
		case e.IsDir() || p == ManifestName || harmless(e.Name()):
			return nil
		}
		if _, listed := ours[p]; !listed {
			found = append(found, p)
		}
		return nil
	})
	slices.Sort(found)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil // something went away while we looked
	}
	return found, d.explain(".", err)
}
