package intake

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"strings"

	"hongtou/internal/manuscript"
)

// partLimit is how much of one XML part is parsed: more takes seconds, and no
// plan comes near it.
const partLimit = 64 << 20

// archive is an opened ZIP container whose sizes have been looked at.
type archive struct {
	parts  map[string]*zip.File // by name in lower case, as Office compares
	limits Limits
}

// packed tells what a ZIP container holds.
func packed(data []byte, l Limits) (manuscript.Format, error) {
	a, err := unpack(data, l)
	if err != nil {
		return "", err
	}
	_, kind, err := a.mainPart()
	if err != nil {
		return "", err
	}
	switch {
	case strings.Contains(kind, "wordprocessingml"), strings.Contains(kind, "ms-word.document.macroEnabled"), strings.Contains(kind, "ms-word.template"):
		return manuscript.Word, nil
	case strings.Contains(kind, "sheet.binary"):
		return "", legacy("这是Excel二进制工作簿（.xlsb）")
	case strings.Contains(kind, "spreadsheetml"), strings.Contains(kind, "ms-excel"):
		return manuscript.Workbook, nil
	}
	return "", a.otherwise(kind)
}

// otherwise refuses the containers that are not read.
func (a *archive) otherwise(kind string) error {
	switch {
	case strings.Contains(kind, "presentationml"), strings.Contains(kind, "powerpoint"):
		return &Error{Code: "format", Message: "这是演示文稿", Hint: "请找到文字稿（.docx）再导入"}
	case a.parts["ofd.xml"] != nil:
		return &Error{Code: "format", Message: "这是OFD版式文件，文字在里面没有段落", Hint: "请找到原稿（.docx）导入；没有原稿的，用阅读器转成.docx，核对后再导入"}
	case a.parts["mimetype"] != nil:
		return legacy("这是OpenDocument文件")
	}
	return &Error{Code: "format", Message: "这是压缩包", Hint: archiveHint}
}

// unpack opens a container and refuses one that would cost too much, before
// anything of it is inflated.
func unpack(data []byte, l Limits) (*archive, error) {
	if bytes.Count(data, []byte("PK\x01\x02")) > 4*l.Entries {
		return nil, bomb("里面的部件太多")
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, broken(err)
	}
	if len(r.File) > l.Entries {
		return nil, bomb(fmt.Sprintf("里面的部件超过%d个", l.Entries))
	}
	a := &archive{parts: map[string]*zip.File{}, limits: l}
	var total uint64
	for _, f := range r.File {
		if err := a.add(f, &total); err != nil {
			return nil, err
		}
	}
	return a, nil
}

func (a *archive) add(f *zip.File, total *uint64) error {
	*total += f.UncompressedSize64
	switch {
	case f.Flags&1 != 0:
		return &Error{Code: "protected", Message: "压缩包有密码", Hint: "请去掉密码后另存，再导入"}
	case f.UncompressedSize64 > uint64(a.limits.Unpacked), *total > uint64(a.limits.Unpacked):
		return bomb("展开后超过" + size(a.limits.Unpacked))
	case f.UncompressedSize64 > 1<<20 && f.UncompressedSize64/uint64(a.limits.Ratio) > f.CompressedSize64:
		return bomb("压缩得异常紧密")
	}
	name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))
	if a.parts[name] == nil {
		a.parts[name] = f
	}
	return nil
}

func bomb(what string) *Error {
	return &Error{Code: "bomb", Message: "文件" + what + "，可能是恶意文件，不予打开", Hint: "请确认文件来源；确属正常文件的，用Word或WPS另存一份，删去图片和附件后再导入"}
}

// open gives a part as XML; nil when there is none.
func (a *archive) open(name string) (*markup, error) {
	f := a.parts[strings.ToLower(name)]
	if f == nil {
		return nil, nil
	}
	if f.UncompressedSize64 > partLimit {
		return nil, tooMuch("正文部件展开后超过" + size(partLimit))
	}
	r, err := f.Open()
	if err != nil {
		return nil, broken(err)
	}
	return newMarkup(&exactly{r: r, left: int64(f.UncompressedSize64)}), nil
}

// exactly fails when a part is longer than its directory entry says.
type exactly struct {
	r    io.Reader
	left int64
}

func (e *exactly) Read(p []byte) (int, error) {
	n, err := e.r.Read(p)
	if e.left -= int64(n); e.left < 0 {
		return 0, bomb("部件比目录所说的大")
	}
	return n, err
}

// relation is one line of a relationships part.
type relation struct{ id, kind, target string }

// relations reads what a part refers to; targets are names of parts. External
// targets are left out: nothing outside the file is ever opened.
func (a *archive) relations(of string) ([]relation, error) {
	dir, base := path.Split(of)
	m, err := a.open(dir + "_rels/" + base + ".rels")
	if m == nil || err != nil {
		return nil, err
	}
	var all []relation
	err = m.elements(func(e element) error {
		if e.name != "Relationship" || e.attr("TargetMode") == "External" {
			return nil
		}
		target := strings.ReplaceAll(e.attr("Target"), `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(dir, target)
		}
		all = append(all, relation{e.attr("Id"), path.Base(e.attr("Type")), strings.TrimPrefix(path.Clean(target), "/")})
		return nil
	})
	return all, err
}

// mainPart gives the name of the document's part and its content type.
func (a *archive) mainPart() (name, kind string, err error) {
	rels, err := a.relations("")
	if err != nil {
		return "", "", err
	}
	for _, r := range rels {
		if r.kind == "officeDocument" {
			name = r.target
		}
	}
	m, err := a.open("[Content_Types].xml")
	if m == nil || err != nil {
		return name, "", err
	}
	byExt := ""
	err = m.elements(func(e element) error {
		switch {
		case e.name == "Override" && strings.EqualFold(strings.TrimPrefix(e.attr("PartName"), "/"), name):
			kind = e.attr("ContentType")
		case e.name == "Default" && strings.EqualFold("."+e.attr("Extension"), path.Ext(name)):
			byExt = e.attr("ContentType")
		}
		return nil
	})
	return name, or2(kind, byExt), err
}
