package publish

// Listing is a finished folder of ours, open for reading.
type Listing struct {
	Manifest Manifest
	disk     *disk
}

// Open reads the manifest of out. A folder that is not ours, or in which a
// killed run has left work undone, is refused. The caller must Close.
func Open(out string) (*Listing, error) {
	if err := ours(out); err != nil {
		return nil, err
	}
	d, err := openToRead(out)
	if err != nil {
		return nil, err
	}
	l := &Listing{disk: d}
	if d.exists(journalName) {
		err = d.refuse(".", "的上一次写入中断了，请先重新生成它")
	} else {
		l.Manifest, err = d.manifest()
	}
	if err != nil {
		l.Close()
		return nil, err
	}
	l.Manifest = l.Manifest.normalised()
	return l, nil
}

// Read gives the bytes of a listed file, which must be those of the manifest.
func (l *Listing) Read(o Output) ([]byte, error) {
	if _, err := l.disk.sum(o.Path); err != nil { // refuses links
		return nil, err
	}
	data, err := l.disk.root.ReadFile(o.Path)
	if err != nil {
		return nil, l.disk.explain(o.Path, err)
	}
	if sumOf(data) != o.SHA256 {
		return nil, l.disk.refuse(o.Path, "与清单不符，请重新生成它所在的文件夹")
	}
	return data, nil
}

// Close ends the reading.
func (l *Listing) Close() { _ = l.disk.root.Close() }

// ReadManifest gives the manifest of out.
func ReadManifest(out string) (Manifest, error) {
	d, err := openToRead(out)
	if err != nil {
		return Manifest{}, err
	}
	defer d.root.Close() // only read
	m, err := d.manifest()
	return m.normalised(), err
}
