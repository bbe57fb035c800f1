package fontset

import (
	"fmt"
	"maps"
	"slices"
)

// Override tells which font of the user's folder serves a role.
type Override struct {
	Role    Role
	Face    FaceID
	File    string   // path of the font file
	Index   int      // number of the face inside a collection
	Names   []string // family, full and PostScript names found in the file
	ByFile  bool     // matched by the file's name, not by the names inside
	FSType  uint16   // embedding permission bits (OS/2 table)
	Warning string   // Chinese, "" if there is nothing to say
}

// Open returns the default set with roles overridden by the licensed fonts
// found in dir and its subfolders, and tells what was used. The embedded faces
// stay behind them as fallback, since such fonts often have GB 2312 only.
// What cannot be used is told by Notices; the error is about dir itself.
func Open(dir string) (*Set, []Override, error) {
	base, err := Default()
	if err != nil {
		return nil, nil, err
	}
	return base.open(dir)
}

// open does the work of Open on top of any set, which it leaves as it is.
func (base *Set) open(dir string) (*Set, []Override, error) {
	found, notices, err := scan(dir)
	if err != nil {
		return nil, nil, err
	}
	s := &Set{
		faces:     slices.Clone(base.faces),
		chains:    maps.Clone(base.chains),
		makeshift: maps.Clone(base.makeshift),
		notices:   notices,
	}
	o := opening{set: s, ids: map[*candidate]FaceID{}}
	for _, role := range Roles() {
		o.override(role, found)
	}
	return s, o.done, nil
}

// opening is the work of Open on one folder.
type opening struct {
	set  *Set
	ids  map[*candidate]FaceID // faces already loaded: one file may serve two roles
	done []Override
}

// override gives the role the best face that can be read.
func (o *opening) override(role Role, found []*candidate) {
	for _, c := range ranked(role, found) {
		id, loaded := o.ids[c]
		if !loaded {
			face, err := c.load(o.set.freeName(c.name()))
			if err != nil {
				o.set.notices = append(o.set.notices, fmt.Sprintf("字体文件 %s 不能使用：%s", c.file, reason(err)))
				continue
			}
			id = FaceID(len(o.set.faces))
			o.ids[c] = id
			o.set.faces = append(o.set.faces, face)
		}
		o.set.chains[role] = append([]FaceID{id}, o.set.chains[role]...)
		delete(o.set.makeshift, role)
		_, byFile := rank(role, c.file, c.names)
		o.done = append(o.done, Override{
			Role: role, Face: id, File: c.file, Index: c.index, Names: c.names, ByFile: byFile,
			FSType: c.fsType, Warning: warning(o.set.faces[id], c.fsType),
		})
		return
	}
}

// freeName makes a face name unique in the set.
func (s *Set) freeName(name string) string {
	try := name
	for n := 2; ; n++ {
		if !slices.ContainsFunc(s.faces, func(f *Face) bool { return f.name == try }) {
			return try
		}
		try = fmt.Sprintf("%s%d", name, n)
	}
}

// Embedding permission bits of OS/2 fsType.
const (
	usageMask   = 0x000F
	restricted  = 0x0002
	noSubset    = 0x0100
	bitmapsOnly = 0x0200
)

// warning tells what speaks against a font: the licence is the user's to
// judge, so the font is used all the same.
func warning(f *Face, fsType uint16) string {
	switch {
	case fsType&usageMask == restricted:
		return "该字体声明限制嵌入（fsType=2），须取得权利人许可后方可用于制作文件"
	case fsType&bitmapsOnly != 0:
		return "该字体声明只许嵌入点阵，须取得权利人许可后方可用于制作文件"
	case fsType&noSubset != 0:
		return "该字体声明不许截取子集，须取得权利人许可后方可用于制作文件"
	case !f.Has('一'):
		return "该字体没有汉字，汉字改用内置字体"
	}
	return ""
}
