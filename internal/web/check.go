package web

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"
)

var (
	plainPath   = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*$`)
	plainAnchor = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9._-]*$`)
)

// normal fills in what may be left out.
func (s Site) normal() Site {
	if s.Config.Address != "" && !strings.HasSuffix(s.Config.Address, "/") {
		s.Config.Address += "/"
	}
	if s.Items == "" && len(s.Pages) > 0 {
		s.Items = s.Pages[0].Path
		if i := slices.IndexFunc(s.Pages, func(p Page) bool { return p.Kind == List }); i >= 0 {
			s.Items = s.Pages[i].Path
		}
	}
	return s
}

// check refuses a site with addresses that some server, file system or reader
// would not take, and dates that are none.
func (s Site) check() error {
	if len(s.Pages) == 0 || s.Pages[0].Path != home {
		return fmt.Errorf("网站的第一页须是 %s", home)
	}
	if a := s.Config.Address; a != "" && !strings.HasPrefix(a, "https://") && !strings.HasPrefix(a, "http://") {
		return fmt.Errorf("网址“%s”须以 https:// 或 http:// 开头", a)
	}
	taken := paths{}
	for _, p := range append([]string{"assets/site.js", "fonts/font"}, reserved...) {
		taken.add(p)
	}
	for _, p := range s.Pages {
		if !strings.HasSuffix(p.Path, ".html") {
			return fmt.Errorf("网页路径“%s”须以 .html 结尾", p.Path)
		}
		if err := taken.claim(p.Path); err != nil {
			return err
		}
		if err := p.check(); err != nil {
			return fmt.Errorf("网页“%s”: %w", p.Path, err)
		}
	}
	for _, f := range s.Files {
		if err := taken.claim(f.Path); err != nil {
			return err
		}
	}
	return nil
}

// paths are those that are taken: files, and the folders that hold them.
type paths map[string]place

type place int

const (
	isFile place = iota + 1
	isFolder
)

func (t paths) add(path string) {
	t[path] = isFile
	for _, above := range parents(path) {
		t[above] = isFolder
	}
}

// parents gives the folders that a path lies in.
func parents(path string) []string {
	var out []string
	for i, r := range path {
		if r == '/' {
			out = append(out, path[:i])
		}
	}
	return out
}

// claim takes a path. Some file systems do not tell capitals from small
// letters, none has a file and a folder of one name, and folders of ours are
// not open to others.
func (t paths) claim(path string) error {
	if !plainPath.MatchString(path) {
		return fmt.Errorf("网站路径“%s”只能用英文字母、数字和 . _ -，用 / 分级", path)
	}
	small := strings.ToLower(path)
	inFile := slices.ContainsFunc(parents(small), func(above string) bool { return t[above] == isFile })
	if t[small] != 0 || inFile || strings.HasPrefix(small, "assets/") || strings.HasPrefix(small, "fonts/") {
		return fmt.Errorf("网站路径“%s”重复或已被占用", path)
	}
	t.add(small)
	return nil
}

func (p Page) check() error {
	if strings.TrimSpace(p.Title) == "" {
		return fmt.Errorf("没有标题")
	}
	for _, date := range []string{p.Published, p.Updated} {
		if date != "" && instant(date).IsZero() {
			return fmt.Errorf("日期“%s”须写成 2020-07-30 或 2020-07-30 09:00", date)
		}
	}
	for _, s := range p.Sections {
		if s.ID != "" && !plainAnchor.MatchString(s.ID) {
			return fmt.Errorf("锚点“%s”只能用英文字母、数字和 . _ -", s.ID)
		}
	}
	return nil
}

// instant reads a date of the data, at the clock of Beijing; zero if it is
// none.
func instant(date string) time.Time {
	beijing := time.FixedZone("CST", 8*60*60)
	for _, layout := range []string{"2006-01-02", "2006-01-02 15:04"} {
		if t, err := time.ParseInLocation(layout, date, beijing); err == nil {
			return t
		}
	}
	return time.Time{}
}
