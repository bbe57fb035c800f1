package publish

// Keep takes in the file that the last publication put at path, as if the same
// bytes had been Put again, and says whether it could: only if that very
// content still stands there, which is read and summed to know, unless it is
// remembered and untouched since. One that is gone, was edited or is damaged is
// not kept and can be Put like any other.
//
// A kept file need not be listed in the manifest committed, and Put may still
// replace it. Keep may be called from several goroutines at once.
func (s *Session) Keep(path string) bool {
	s.mu.Lock()
	file, here := s.staged[path]
	was, known := s.was[path]
	s.mu.Unlock()
	if here {
		return file.kept
	}
	if !known {
		return false
	}
	if sum, err := s.sum(path); err != nil || sum != was.SHA256 {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, here := s.staged[path]; !here {
		s.staged[path] = stagedFile{bytes: was.Bytes, sha256: was.SHA256, kept: true}
	}
	return true
}

// sum gives the SHA-256 of what stands at a path, "" for nothing, and reads it
// only if it is not remembered.
func (s *Session) sum(path string) (string, error) {
	if stands, err := s.disk.stands(path); !stands || err != nil {
		return "", err
	}
	f, err := s.disk.root.Open(path)
	if err != nil {
		return "", s.disk.explain(path, err)
	}
	defer f.Close() // only read
	before, known := stampOf(f)
	if sum := s.memory.believed(path, before); known && sum != "" {
		return sum, nil
	}
	sum, err := hashOf(f)
	if err != nil {
		return "", s.disk.explain(path, err)
	}
	if after, _ := stampOf(f); known && after == before {
		s.memory.note(path, before, sum, s.memory.now)
	}
	return sum, nil
}

// holds says whether out/ holds a file already; what is of another size is not
// read to know.
func (s *Session) holds(path string, file stagedFile) (bool, error) {
	if stands, err := s.disk.stands(path); !stands || err != nil {
		return false, err
	}
	info, err := s.disk.root.Lstat(path)
	if err != nil || info.Size() != file.bytes {
		return false, s.disk.explain(path, err)
	}
	sum, err := s.sum(path)
	return sum == file.sha256, err
}

// Former is the last publication's entry of a path.
func (s *Session) Former(path string) (Output, bool) {
	o, known := s.was[path]
	return o, known
}

func (m Manifest) byPath() map[string]Output {
	out := make(map[string]Output, len(m.Outputs))
	for _, o := range m.Outputs {
		out[o.Path] = o
	}
	return out
}
