package build

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"hongtou/internal/compose"
	"hongtou/internal/diag"
	"hongtou/internal/fontset"
	"hongtou/internal/pdf"
	"hongtou/templates"
)

// tools are what all documents share; they never change during a run.
type tools struct {
	fonts       *fontset.Set
	press       *pdf.Press
	templates   compose.Templates
	program     string // what tells it from others; "" when that cannot be known: then nothing is kept
	fingerprint string // of the faces and the program, for inputs hashes
}

func open(o Options) (tools, diag.List, error) {
	fonts, notices, err := openFonts(o.Fonts)
	if err != nil {
		return tools{}, nil, err
	}
	set, problems, err := openTemplates(o.Templates)
	if err != nil {
		return tools{}, nil, err
	}
	for _, n := range notices {
		problems.Add(diag.Diagnostic{Severity: diag.Warning, Code: "font", Message: n, Hint: "运行 hongtou fonts 查看各角色实际使用的字体"})
	}
	program, err := program()
	if err != nil {
		program = ""
	}
	effort := pdf.Small
	if o.Fast {
		effort = pdf.Fast
	}
	return tools{fonts, pdf.NewPress(fonts, effort), set, program, fingerprint(program, o.Fast, fonts)}, problems, nil
}

// openFonts gives the faces and, in Chinese, what is not as one would expect:
// a makeshift face, a file that could not be used, a restricted permission.
func openFonts(dir string) (*fontset.Set, []string, error) {
	if dir == "" {
		set, err := fontset.Default()
		if err != nil {
			return nil, nil, err
		}
		return set, set.Notices(), nil
	}
	set, overrides, err := fontset.Open(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, misused("核对 --fonts", "没有字体文件夹“%s”", dir)
	}
	if err != nil {
		return nil, nil, err
	}
	notices := set.Notices()
	for _, o := range overrides {
		if o.Warning != "" {
			notices = append(notices, o.Role.Label()+"："+o.Warning)
		}
	}
	return set, notices, nil
}

func openTemplates(dir string) (compose.Templates, diag.List, error) {
	base := compose.Layer{Name: "templates", FS: templates.FS()}
	if dir == "" {
		set, problems := compose.LoadTemplates(base)
		return set, problems, nil
	}
	root, err := os.OpenRoot(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return compose.Templates{}, nil, misused("核对 --templates", "没有模板文件夹“%s”", dir)
	}
	if err != nil {
		return compose.Templates{}, nil, fmt.Errorf("打开模板文件夹“%s”：%w", dir, err)
	}
	set, problems := compose.LoadTemplates(base, compose.Layer{Name: filepath.ToSlash(dir), FS: root.FS()})
	return set, problems, nil
}

func fingerprint(program string, fast bool, fonts *fontset.Set) string {
	h := sha256.New()
	fmt.Fprintf(h, "hongtou %s %s fast=%t\n", Version, program, fast)
	for _, role := range fontset.Roles() {
		for _, id := range fonts.Chain(role) {
			fmt.Fprintln(h, role, fonts.Face(id).SHA256())
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}
