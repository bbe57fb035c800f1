package xlsx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"hash/crc32"
)

// packing compresses a part as it comes, so that the part never stands in
// memory as a whole. It replaces the guards of text.go on the way.
type packing struct {
	out   bytes.Buffer
	flate *flate.Writer
	sum   uint32
	size  uint64
	kept  []byte // the end of what came, when a guard may begin there
	begun bool
}

func newPacking() *packing {
	p := &packing{}
	p.flate, _ = flate.NewWriter(&p.out, flate.DefaultCompression) // the level is right
	return p
}

// Write takes the next piece. What excelize claims of hidden rows stands at the
// sheet's very beginning.
func (p *packing) Write(data []byte) (int, error) {
	const most = 32 << 10
	for rest := data; len(rest) > 0; {
		piece := rest[:min(len(rest), most)]
		rest = rest[len(piece):]
		if !p.begun {
			piece, p.begun = dropFilterMode(piece), true
		}
		if err := p.take(piece); err != nil {
			return 0, err
		}
	}
	return len(data), nil
}

func (p *packing) take(data []byte) error {
	whole := append(p.kept, data...)
	end := len(whole)
	for n := 1; n < len(guardBytes) && n <= len(whole); n++ {
		if bytes.HasPrefix(guardBytes, whole[len(whole)-n:]) {
			end = len(whole) - n
		}
	}
	err := p.pack(bytes.ReplaceAll(whole[:end], guardBytes, []byte(guardWritten)))
	p.kept = bytes.Clone(whole[end:])
	return err
}

var guardBytes = []byte(string(guardRune))

func (p *packing) pack(data []byte) error {
	p.sum = crc32.Update(p.sum, crc32.IEEETable, data)
	p.size += uint64(len(data))
	_, err := p.flate.Write(data)
	return err
}

// into ends the part and puts it into an archive.
func (p *packing) into(w *zip.Writer, name string) error {
	if err := p.pack(p.kept); err != nil {
		return err
	}
	if err := p.flate.Close(); err != nil {
		return err
	}
	const version, firstOf1980 = 20, 1<<5 | 1
	entry, err := w.CreateRaw(&zip.FileHeader{
		Name: name, Method: zip.Deflate, CreatorVersion: version, ReaderVersion: version, ModifiedDate: firstOf1980,
		CRC32: p.sum, CompressedSize64: uint64(p.out.Len()), UncompressedSize64: p.size,
	})
	if err != nil {
		return err
	}
	_, err = entry.Write(p.out.Bytes())
	return err
}
