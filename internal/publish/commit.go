package publish

import (
	"errors"
	"slices"
)

// Commit makes out/ hold exactly what m lists: files that were Put, and files
// of an earlier publication that still have the sum m gives. Size and sum of
// files that were Put are filled in. After an error out/ is what it was before.
// A session commits once.
func (s *Session) Commit(m Manifest) (Result, error) {
	r, err := s.commit(m)
	return r.listed(), err
}

func (s *Session) commit(m Manifest) (Result, error) {
	if s.spent {
		return Result{}, errors.New("同一次写入不能提交两次")
	}
	s.spent = true
	m, err := s.complete(m)
	if err != nil {
		return Result{}, err
	}
	data, err := m.encode()
	if err != nil {
		return Result{}, err
	}
	if err := s.syncs.Wait(); err != nil {
		return Result{}, err // a full disk may say so only now
	}
	j, result, err := s.plan(m, data)
	if err != nil {
		return result, err
	}
	if len(j.Puts)+len(j.Removes) > 0 {
		if err := s.stageManifest(data, j); err != nil {
			return Result{}, err
		}
		if result, err = s.run(j, result); err != nil {
			return result, err
		}
		s.remember(j.Puts)
	}
	s.memory.keep(data, m.Outputs)
	return result, nil
}

// complete fills in what Put knows and checks that m and the files agree.
func (s *Session) complete(m Manifest) (Manifest, error) {
	m = m.normalised()
	if err := m.check(); err != nil {
		return m, err
	}
	listed := map[string]bool{}
	for i := range m.Outputs {
		o := &m.Outputs[i]
		listed[o.Path] = true
		file, here := s.staged[o.Path]
		if !here {
			continue
		}
		if o.SHA256 != "" && o.SHA256 != file.sha256 {
			return m, pathError(o.Path, "的校验和与清单不符")
		}
		o.Bytes, o.SHA256 = file.bytes, file.sha256
	}
	for path, file := range s.staged {
		if !listed[path] && !file.kept {
			return m, pathError(path, "没有列入清单")
		}
	}
	return m, nil
}

// plan compares m with out/ and says what has to be done.
func (s *Session) plan(m Manifest, data []byte) (journal, Result, error) {
	j := journal{Version: manifestVersion}
	result := Result{Saved: s.rescued}
	was := s.previous.sums()
	for _, o := range m.Outputs {
		p, err := s.planPut(o, was)
		if err != nil {
			return j, result, err
		}
		if p == nil {
			result.Unchanged = append(result.Unchanged, o.Path)
		} else {
			result.Written = append(result.Written, o.Path)
			j.Puts = append(j.Puts, *p)
		}
	}
	now := m.sums()
	for _, o := range s.previous.Outputs {
		if _, stays := now[o.Path]; stays {
			continue
		}
		if err := s.planRemoval(o, &j, &result); err != nil {
			return j, result, err
		}
	}
	slices.Sort(result.Removed)
	slices.Sort(result.Kept)
	return j, result, s.planManifest(data, &j)
}

// planPut gives the step for one output, nil when there is nothing to do. What
// a partial build carries over is left alone, also when someone has edited or
// deleted it: the next full build sees to that.
func (s *Session) planPut(o Output, was map[string]string) (*put, error) {
	file, here := s.staged[o.Path]
	if here && file.name == "" || !here && o.SHA256 != "" && was[o.Path] == o.SHA256 {
		return nil, nil
	}
	if !here {
		current, err := s.sum(o.Path)
		if err == nil && (o.SHA256 == "" || current != o.SHA256) {
			err = s.disk.refuse(o.Path, "列在清单中，但没有制作，也不是上次的文件")
		}
		return nil, err
	}
	stands, err := s.disk.stands(o.Path)
	if err != nil {
		return nil, err
	}
	if _, ours := was[o.Path]; stands && !ours {
		return nil, s.disk.refuse(o.Path, "已经存在，且不是本程序写的，请移走或改名")
	}
	p := &put{Path: o.Path, SHA256: o.SHA256, Staged: file.name, Was: was[o.Path]}
	p.Old = oldDir + file.name[len(newDir):]
	if now, ok := s.disk.look(o.Path); ok && p.Was != "" && s.memory.believed(o.Path, now) == p.Was {
		p.was = now
	}
	return p, nil
}

func (s *Session) planRemoval(o Output, j *journal, result *Result) error {
	current, err := s.sum(o.Path)
	switch {
	case err != nil:
		result.Kept = append(result.Kept, o.Path) // a folder or link of someone's stands there
	case current == "": // gone already
	case current != o.SHA256:
		result.Kept = append(result.Kept, o.Path)
	default:
		result.Removed = append(result.Removed, o.Path)
		j.Removes = append(j.Removes, removal{o.Path, o.SHA256, oldDir + "/" + sumOf([]byte(o.Path))[:32]})
	}
	return nil
}

// manifest steps have fixed names in the staging folder.
const (
	newManifest = newDir + "/" + ManifestName
	oldManifest = oldDir + "/" + ManifestName
)

func (s *Session) planManifest(data []byte, j *journal) error {
	current, err := s.disk.sum(ManifestName)
	if err != nil {
		return err
	}
	if sum := sumOf(data); sum != current {
		j.Puts = append(j.Puts, put{Path: ManifestName, SHA256: sum, Staged: newManifest, Old: oldManifest, Was: current})
	}
	return nil
}

// stageManifest writes the manifest, and the journal after everything staged
// is safe on the disk.
func (s *Session) stageManifest(data []byte, j journal) error {
	if len(j.Puts) > 0 && j.Puts[len(j.Puts)-1].Path == ManifestName {
		if err := s.disk.write(newManifest, data); err != nil {
			return err
		}
	}
	for _, dir := range []string{newDir, stagingDir} {
		if err := s.disk.sync(dir); err != nil {
			return err
		}
	}
	return s.disk.writeJournal(j)
}

// run does what the journal says, or takes it back.
func (s *Session) run(j journal, result Result) (Result, error) {
	s.pending = true
	kept, err := s.disk.apply(j)
	if err != nil {
		undone := s.disk.undo(j)
		s.pending = undone != nil
		return Result{}, errors.Join(err, undone)
	}
	saved, err := s.disk.finish(j)
	if err != nil {
		return Result{}, err
	}
	s.pending = false
	result.Saved = append(result.Saved, saved...)
	result.keep(kept)
	return result, nil
}

// keep moves files that were edited at the last moment from Removed to Kept.
func (r *Result) keep(kept []string) {
	if len(kept) == 0 {
		return
	}
	r.Kept = append(r.Kept, kept...)
	slices.Sort(r.Kept)
	r.Removed = slices.DeleteFunc(r.Removed, func(p string) bool { return slices.Contains(kept, p) })
}
