package bundle

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"time"
)

const (
	utf8Name = 1 << 11 // general purpose flag: the name is UTF-8
	version  = 20      // of the format: folders and deflate
)

// pack writes the files in their order. Sizes and sums stand before the data,
// not after them, and there are no extra fields: the plainest form that every
// program reads, with one time and no zone.
func pack(files []File, date uint16) ([]byte, error) {
	d, err := newDeflater()
	if err != nil {
		return nil, err
	}
	total := 0
	for _, f := range files {
		total += len(f.Data)
	}
	var b bytes.Buffer
	b.Grow(total) // most is compressed already and stays as long as it is
	z := zip.NewWriter(&b)
	for _, f := range files {
		if err := d.addTo(z, f, date); err != nil {
			return nil, err
		}
	}
	err = z.Close()
	return b.Bytes(), err
}

func (d *deflater) addTo(z *zip.Writer, f File, date uint16) error {
	data, method, err := d.smallest(f.Data)
	if err != nil {
		return err
	}
	// Every name is marked, those of ASCII too: no program has to guess.
	h := &zip.FileHeader{
		Name: f.Name, Method: method, Flags: utf8Name, ReaderVersion: version, ModifiedDate: date,
		CRC32:            crc32.ChecksumIEEE(f.Data),
		CompressedSize64: uint64(len(data)), UncompressedSize64: uint64(len(f.Data)),
	}
	h.SetMode(0o644)
	h.CreatorVersion |= version
	w, err := z.CreateRaw(h)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

// smallest deflates, unless that gains nothing.
func (d *deflater) smallest(data []byte) ([]byte, uint16, error) {
	packed, err := d.deflate(data)
	if err == nil && len(packed) < len(data) {
		return packed, zip.Deflate, nil
	}
	return data, zip.Store, err
}

// dosDate writes a day as a ZIP does.
func dosDate(day string) uint16 {
	const first, last = 1980, 1980 + 127
	t, err := time.Parse(time.DateOnly, day)
	switch {
	case err != nil || t.Year() < first:
		return 1<<5 | 1
	case t.Year() > last:
		return 127<<9 | 12<<5 | 31
	}
	return uint16(t.Year()-first)<<9 | uint16(t.Month())<<5 | uint16(t.Day())
}
