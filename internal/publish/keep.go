package publish

// Keep takes in the file that the last publication put at path, as if the same
// bytes had been Put again, and says whether it could: only if that very
// content still stands there, which is read and summed to know. One that is
// gone, was edited or is damaged is not kept and can be Put like any other.
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
	if sum, err := s.disk.sum(path); err != nil || sum != was.SHA256 {
		return false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, here := s.staged[path]; !here {
		s.staged[path] = stagedFile{bytes: was.Bytes, sha256: was.SHA256, kept: true}
	}
	return true
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
