package source

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// isPicture says whether a name ends as image files do; cameras and scanners
// write the ending in capitals.
func isPicture(p string) bool {
	return slices.Contains([]string{".png", ".jpg", ".jpeg"}, strings.ToLower(path.Ext(p)))
}

// picture reads an image file, or keeps why it does not. Nothing is reported:
// a picture that no dossier uses must not stop a run.
func (r *reader) picture(p string, d fs.DirEntry) {
	data, why := r.pictureBytes(p, d)
	if why != "" {
		r.out.refused[p] = why
		return
	}
	r.pictures += int64(len(data))
	r.out.pictures[p] = data
}

func (r *reader) pictureBytes(p string, d fs.DirEntry) (data []byte, why string) {
	if !d.Type().IsRegular() { // a pipe or device would block the reader
		return nil, "不是普通文件"
	}
	f, err := r.fsys.Open(p)
	if err != nil {
		return nil, "无法读取（" + reason(err) + "）"
	}
	defer f.Close()
	most := min(r.limits.PictureBytes, r.limits.PicturesBytes-r.pictures)
	if info, err := f.Stat(); err == nil && info.Size() > most {
		return nil, r.tooMuch(info.Size())
	}
	data, err = io.ReadAll(io.LimitReader(f, most+1))
	switch {
	case err != nil:
		return nil, "无法读取（" + reason(err) + "）"
	case int64(len(data)) > most:
		return nil, r.tooMuch(int64(len(data)))
	}
	return data, ""
}

// tooMuch says which limit a picture of a size is beyond.
func (r *reader) tooMuch(size int64) string {
	if size > r.limits.PictureBytes {
		return fmt.Sprintf("%.1f MB，超过%d MB的上限", float64(size)/(1<<20), r.limits.PictureBytes>>20)
	}
	return fmt.Sprintf("全部图片合计超过%d MB", r.limits.PicturesBytes>>20)
}
