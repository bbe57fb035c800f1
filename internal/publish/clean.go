package publish

// Clean removes what the manifest of out lists, and at last the manifest; with
// dry it only says what it would do. A folder that is not ours is refused.
// Files that someone has edited stay (Result.Kept), and then so does an empty
// manifest, by which the folder is still known as ours. Other people's files
// and the folder itself stay always.
func Clean(out string, dry bool) (Result, error) {
	if err := ours(out); err != nil {
		return Result{}.listed(), err
	}
	s, err := Begin(out)
	if err != nil {
		return Result{}.listed(), err
	}
	defer s.Close()
	empty := Manifest{}.normalised()
	data, err := empty.encode()
	if err != nil {
		return Result{}.listed(), err
	}
	if dry {
		_, result, err := s.plan(empty, data)
		return result.listed(), err
	}
	result, err := s.Commit(empty)
	if err != nil || len(result.Kept) > 0 {
		return result, err
	}
	return result, s.disk.remove(ManifestName)
}

// ours refuses a folder without a manifest.
func ours(out string) error {
	d, err := openToRead(out)
	if err != nil {
		return err
	}
	defer d.root.Close() // only read
	if !d.exists(ManifestName) && !d.exists(journalName) {
		return d.refuse(".", "中没有 "+ManifestName+"，不是本程序的输出文件夹，没有动它")
	}
	return nil
}
