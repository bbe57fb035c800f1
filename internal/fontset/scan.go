package fontset

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"hongtou/internal/sfnt"
)

// Limits of a font folder.
const (
	maxFontFile = 128 << 20 // bytes; the largest real font has about 60 MB
	maxFonts    = 5000      // files looked at
	maxTold     = 10        // broken files named in the notices
)

var errTooLarge = errors.New("font file too large")

// candidate is a face of the folder that fits at least one role.
type candidate struct {
	file   string
	index  int
	names  []string
	family string // Chinese if the font has such a name
	post   string // PostScript name, "" if none
	fsType uint16
}

// scan looks for faces under dir, in the order of their paths.
func scan(dir string) (found []*candidate, notices []string, err error) {
	files, err := fontFiles(dir)
	if err != nil {
		return nil, nil, err
	}
	unrelated, broken := 0, 0
	for _, file := range files {
		faces, err := inspect(file)
		if err != nil {
			if broken++; broken <= maxTold {
				notices = append(notices, fmt.Sprintf("字体文件 %s 读不出：%s", file, reason(err)))
			}
			continue
		}
		if len(faces) == 0 {
			unrelated++
		}
		found = append(found, faces...)
	}
	if broken > maxTold {
		notices = append(notices, fmt.Sprintf("另有 %d 个字体文件读不出", broken-maxTold))
	}
	if unrelated > 0 {
		notices = append(notices, fmt.Sprintf("%s 中有 %d 个字体文件与小标宋、仿宋、黑体、楷体、宋体均不对应，未使用", dir, unrelated))
	}
	return found, notices, nil
}

// reason puts an error about a font file into words for the user.
func reason(err error) string {
	switch {
	case errors.Is(err, sfnt.ErrFormat):
		return "不是 TrueType 或 OpenType 字体，或文件已损坏"
	case errors.Is(err, sfnt.ErrNoOutlines):
		return "其中没有可用的字形轮廓"
	case errors.Is(err, sfnt.ErrGlyph):
		return "字形数据已损坏"
	case errors.Is(err, errTooLarge):
		return fmt.Sprintf("文件超过 %d MB", maxFontFile>>20)
	case errors.Is(err, fs.ErrPermission):
		return "没有读取权限"
	}
	return err.Error()
}

func fontFiles(dir string) ([]string, error) {
	var files []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			if path == dir {
				return err
			}
			return nil // a subfolder we may not read
		}
		switch strings.ToLower(filepath.Ext(path)) {
		case ".ttf", ".otf", ".ttc", ".otc":
			if !d.IsDir() {
				files = append(files, path)
			}
		}
		if len(files) == maxFonts {
			return fs.SkipAll
		}
		return nil
	})
	return files, err
}

// inspect reads the names of a file's faces and keeps those that fit a role.
func inspect(file string) ([]*candidate, error) {
	data, err := readFont(file)
	if err != nil {
		return nil, err
	}
	n, err := sfnt.Faces(data)
	if err != nil {
		return nil, err
	}
	var out []*candidate
	for i := range n {
		font, err := sfnt.Parse(data, i)
		if err != nil {
			return nil, err
		}
		c := &candidate{file: file, index: i, fsType: font.FSType()}
		c.read(font.Names())
		if slices.ContainsFunc(Roles(), func(r Role) bool {
			at, _ := rank(r, file, c.names)
			return at < noMatch
		}) {
			out = append(out, c)
		}
	}
	return out, nil
}

func readFont(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, sfnt.ErrFormat
	}
	if info.Size() > maxFontFile {
		return nil, errTooLarge
	}
	return io.ReadAll(io.LimitReader(f, maxFontFile))
}

// read takes the names by which fonts are known.
func (c *candidate) read(names []sfnt.Name) {
	for _, n := range names {
		switch n.ID {
		case sfnt.NamePostScript:
			c.post = cmp.Or(c.post, n.Text)
		case sfnt.NameFamily, sfnt.NameTypoFamily:
			if c.family == "" || (isASCII(c.family) && !isASCII(n.Text)) {
				c.family = n.Text
			}
		case sfnt.NameFull:
		default:
			continue
		}
		if !slices.Contains(c.names, n.Text) {
			c.names = append(c.names, n.Text)
		}
	}
}

// name returns an ASCII name fit for PDF.
func (c *candidate) name() string {
	name := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r == '-' {
			return r
		}
		return -1
	}, c.post)
	if name == "" {
		return "UserFont"
	}
	return name[:min(len(name), 63)]
}

// load reads the face for use.
func (c *candidate) load(name string) (*Face, error) {
	data, err := readFont(c.file)
	if err != nil {
		return nil, err
	}
	font, err := sfnt.Parse(data, c.index)
	if err != nil {
		return nil, err
	}
	p := &parsed{font: font}
	if !font.HasOutlines() {
		if p.outline, err = postScript(font); err != nil {
			return nil, err
		}
	}
	sum := sha256.Sum256(data)
	return &Face{
		name: name, family: cmp.Or(c.family, filepath.Base(c.file)), source: c.file,
		sum: hex.EncodeToString(sum[:]), index: c.index, load: func() *parsed { return p },
	}, nil
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > 0x7E })
}
