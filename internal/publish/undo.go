package publish

import "slices"

// Taking back. A mark is written first: from then on every run takes back
// what is left, whatever state a kill leaves, until the journal is gone.

// undo restores what was there before the journal and ends it.
func (d *disk) undo(j journal) error {
	if !d.exists(undoName) {
		if err := d.write(undoName, nil); err != nil {
			return err
		}
		if err := d.sync(stagingDir); err != nil {
			return err
		}
	}
	for _, p := range slices.Backward(j.Puts) {
		if err := d.undoPut(p); err != nil {
			return err
		}
	}
	for _, r := range slices.Backward(j.Removes) {
		if err := d.undoRemoval(r); err != nil {
			return err
		}
	}
	if err := d.syncFolders(j); err != nil {
		return err
	}
	return d.endJournal()
}

func (d *disk) undoPut(p put) error {
	if d.exists(p.Staged) {
		d.dropEmptyParents(p.Path) // it never came to its place, its folders perhaps did
		return nil
	}
	current, err := d.sum(p.Path)
	if err != nil {
		return err
	}
	if d.exists(p.Old) {
		if current != "" && current != p.SHA256 { // edited since
			if err := d.rename(p.Path, d.freeName(p.Path)); err != nil {
				return err
			}
		}
		return d.rename(p.Old, p.Path)
	}
	// Nothing was there before. Or the old file is back already: then its sum
	// is another.
	if current != p.SHA256 {
		return nil
	}
	if err := d.remove(p.Path); err != nil {
		return err
	}
	d.dropEmptyParents(p.Path)
	return nil
}

func (d *disk) undoRemoval(r removal) error {
	if !d.exists(r.Old) || d.exists(r.Path) {
		return nil
	}
	if err := d.makeParents(r.Path); err != nil {
		return err
	}
	return d.rename(r.Old, r.Path)
}

// endJournal removes the journal, then the mark: a mark alone means nothing.
func (d *disk) endJournal() error {
	if err := d.remove(journalName); err != nil {
		return err
	}
	if err := d.sync(stagingDir); err != nil {
		return err
	}
	return d.remove(undoName)
}

// recover ends the publication of a run that was killed: finishes it, or
// takes it back if that run had begun to, or if finishing fails.
func (d *disk) recover() (saved []Saved, err error) {
	if !d.exists(journalName) {
		return nil, nil
	}
	j, err := d.readJournal()
	if err != nil {
		return nil, err
	}
	if d.exists(undoName) {
		return nil, d.undo(j)
	}
	if n := len(j.Puts); n > 0 && !d.exists(j.Puts[n-1].Staged) {
		return d.finish(j) // all was done, and edited files perhaps moved aside
	}
	if _, err := d.apply(j); err != nil {
		return nil, d.undo(j) // whole again: the new run tries anew
	}
	return d.finish(j)
}

// finish follows the last put.
func (d *disk) finish(j journal) ([]Saved, error) {
	saved, err := d.rescue(j)
	if err != nil {
		return saved, err
	}
	return saved, d.endJournal()
}
