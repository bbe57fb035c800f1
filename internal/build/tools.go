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
	"hongtou/internal/layout"
	"hongtou/internal/memo"
	"hongtou/internal/pdf"
	"hongtou/templates"
)

// tools are what all documents share; they never change during a run.
type tools struct {
	fonts       *fontset.Set
	typesetter  *layout.Typesetter
	press       *pdf.Press
	memo        *memo.Folder // nil = none
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
	kept := memo.Open(o.Cache, program)
	fonts = fonts.Keeping(kept)
	return tools{
		fonts: fonts, typesetter: layout.New(fonts), press: pdf.NewPress(fonts, effort), memo: kept,
		templates: set, program: program, fingerprint: fingerprint(program, o.Fast, fonts),
	}, problems, nil
}

// opening is tools that are being opened while something else is done.
type opening struct {
	done     chan struct{}
	opened   tools
	problems diag.List
	err      error
}

// openAside begins to open; close has to follow.
func openAside(o Options) *opening {
	out := &opening{done: make(chan struct{})}
	go func() {
		defer close(out.done)
		out.opened, out.problems, out.err = open(o)
	}()
	return out
}

// tools waits for them.
func (o *opening) tools() (tools, diag.List, error) {
	<-o.done
	return o.opened, o.problems, o.err
}

func (o *opening) close() {
	<-o.done
	o.opened.memo.Close()
}

// CacheFolder is where the pieces of this user are kept between runs; "" if the
// machine has no place for such things.
func CacheFolder() string { return memo.UserFolder() }

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
	if err := isFolder(dir, "核对 --fonts", "字体文件夹"); err != nil {
		return nil, nil, err
	}
	set, overrides, err := fontset.Open(dir)
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

// isFolder asks before anything is opened: a pipe in the place of a folder
// would make the program wait for ever.
func isFolder(dir, hint, what string) error {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return misused(hint, "没有%s“%s”", what, dir)
	case err != nil:
		return fmt.Errorf("打开%s“%s”：%w", what, dir, err)
	case !info.IsDir():
		return misused(hint, "%s“%s”不是文件夹", what, dir)
	}
	return nil
}

func openTemplates(dir string) (compose.Templates, diag.List, error) {
	base := compose.Layer{Name: "templates", FS: templates.FS()}
	if dir == "" {
		set, problems := compose.LoadTemplates(base)
		return set, problems, nil
	}
	if err := isFolder(dir, "核对 --templates", "模板文件夹"); err != nil {
		return compose.Templates{}, nil, err
	}
	root, err := os.OpenRoot(dir)
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
			fmt.Fprintf(h, "%s %x\n", role, fonts.Face(id).Digest(nil))
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}
