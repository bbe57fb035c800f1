package adopt

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/exchange"
	"hongtou/internal/intake"
	"hongtou/internal/manuscript"
	"hongtou/internal/recognise"
	"hongtou/internal/transcribe"
)

// Options say what becomes of foreign files.
type Options struct {
	Content  string
	Name     string // of the new folder; "" = from the first file
	Encoding string // of texts that do not tell it
	Dry      bool   // write nothing
}

// Files are the files to import, read into memory.
type Files struct {
	Paths []string
	texts []manuscript.Manuscript
	table []byte // when the only file is a workbook that Export made
}

// Returned gives the workbook when that is what the files are.
func (f Files) Returned() ([]byte, bool) { return f.table, f.table != nil }

// Read reads the files. An error of a file's content is an *intake.Error.
func Read(paths []string, encoding string) (Files, error) {
	out := Files{Paths: paths}
	for _, p := range paths {
		m, data, err := readFile(p, encoding)
		if err != nil {
			return out, err
		}
		out.texts = append(out.texts, m)
		if data == nil {
			continue
		}
		if len(paths) > 1 {
			return out, refuse("单独读回它：hongtou import "+p, "“%s”是本程序导出的任务清单，不能和别的文件一起导入", p)
		}
		out.table = data
	}
	return out, nil
}

// readFile gives the bytes as well when the file is a workbook of ours.
func readFile(path, encoding string) (m manuscript.Manuscript, table []byte, err error) {
	info, err := os.Stat(path)
	switch {
	case os.IsNotExist(err):
		return m, nil, refuse("核对文件名和所在文件夹", "没有文件“%s”", path)
	case err != nil:
		return m, nil, fmt.Errorf("读取“%s”：%w", path, err)
	case info.IsDir():
		return m, nil, refuse("写明其中的文件", "“%s”是文件夹", path)
	case !info.Mode().IsRegular():
		return m, nil, refuse("写明一个文件", "“%s”不是普通文件", path)
	}
	limit := intake.Standard().Bytes
	if info.Size() > limit {
		return m, nil, &intake.Error{
			Name: path, Code: "too-large", Message: fmt.Sprintf("文件超过%d MB，没有读取", limit>>20),
			Hint: "请删去图片和附件，只留正文，再导入",
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return m, nil, fmt.Errorf("读取“%s”：%w", path, err)
	}
	m, err = intake.Bytes(path, data, intake.Options{Encoding: encoding})
	if err != nil || m.Format != manuscript.Workbook || !exchange.Ours(data) {
		return m, nil, err
	}
	return m, data, nil
}

// Import recognises what the files say and writes it into a new folder of the
// content, with the names it needs added to the register.
func Import(o Options, files Files) (Report, error) {
	known, err := readRegister(o.Content)
	if err != nil {
		return Report{}, err
	}
	draft, found := recognise.Recognise(files.texts, known.register)
	if err := recognise.Account(files.texts, draft, found); err != nil {
		return Report{}, fmt.Errorf("导入时文字对不上，这是程序的错误：%w", err)
	}
	result := transcribe.Write(draft, known.text)
	out := newReport(files, draft, found, result)
	if len(draft.Annex.Items()) == 0 {
		out.Problem = nothing(draft)
		return out, nil
	}
	if twin := sameItems(o.Content, result); twin != "" && o.Name == "" {
		return out, refuse("要重新导入，先删去或移走"+path.Join(filepath.ToSlash(o.Content), twin)+"；要另存一份，用 --name 取名",
			"这个方案已经导入过，是案卷“%s”（各项任务逐字相同），没有再写", twin)
	}
	if out.Name, out.Beside, err = freeName(o, files.Paths[0], draft); err != nil || o.Dry {
		return out, err
	}
	out.Folder = filepath.ToSlash(filepath.Join(o.Content, out.Name))
	return out, place(o.Content, out.Name, result, known.text, &out)
}

// nothing says why no dossier was written.
func nothing(d recognise.Draft) string {
	if len(d.Amendments) > 0 {
		return "文件里只有修改通知，没有任务。修改通知要和它所改的方案一起导入（hongtou import 方案 修改通知）；方案已在content里的，用 hongtou new amendment 起草"
	}
	return "文件里没有认出任务（0项），没有写入"
}

type registered struct {
	text     []byte
	register *dossier.Register
}

// readRegister reads units.yaml, if there is one.
func readRegister(content string) (registered, error) {
	if _, err := os.Stat(content); os.IsNotExist(err) {
		return registered{}, nil
	}
	f, err := open(content)
	if err != nil {
		return registered{}, err
	}
	out := registered{text: f.raw["units.yaml"]}
	if out.text == nil {
		return out, nil
	}
	// load reads the register for the dossiers it finds; an empty one asks for it.
	const probe = "units-probe"
	dossiers, _, err := f.reread(map[string][]byte{probe + "/dossier.yaml": nil})
	for _, d := range dossiers {
		if d.ID == probe {
			out.register = d.Register
		}
	}
	return out, err
}

// sameItems finds a dossier that has the very tasks of another, word by word.
func sameItems(content string, r transcribe.Result) string {
	f, err := open(content)
	if err != nil {
		return "" // an empty folder; place says what else is wrong
	}
	for _, d := range f.dossiers {
		same, n := true, 0
		for p, data := range r.Files {
			if strings.HasPrefix(p, "items/") {
				n++
				same = same && bytes.Equal(f.raw[d.ID+"/"+p], data)
			}
		}
		if same && n == len(d.Annex.Items()) {
			return d.ID
		}
	}
	return ""
}

// freeName chooses a folder that is not there; beside is the name it would
// have had if that were not taken.
func freeName(o Options, file string, d recognise.Draft) (name, beside string, err error) {
	taken := func(name string) bool {
		_, err := os.Lstat(filepath.Join(o.Content, name))
		return err == nil
	}
	if o.Name != "" {
		switch {
		case !proper(o.Name):
			return "", "", refuse("用小写英文字母、数字和连字符，如 jia-shi-2021", "--name 的“%s”不能作案卷的文件夹名", o.Name)
		case taken(o.Name):
			return "", "", refuse("用 --name 另取一个名字", "案卷“%s”已经存在，没有改动它", o.Name)
		}
		return o.Name, "", nil
	}
	first := derived(file, d)
	name = first
	for n := 2; taken(name); n++ {
		name, beside = fmt.Sprintf("%s-%d", first, n), first
	}
	return name, beside, nil
}

// derived makes a name of the file's name, or of the notice's year where that
// has no Latin letters.
func derived(file string, d recognise.Draft) string {
	base := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	name := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '-':
			return r
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r < 0x80:
			return '-'
		}
		return -1
	}, base)
	name = strings.Trim(name, "-0123456789")
	if len(name) > 40 {
		name = strings.Trim(name[:40], "-")
	}
	if len(name) >= 2 && proper(name) {
		return name
	}
	if year, _, ok := strings.Cut(d.Notice.Date.Value(), "年"); ok && len(year) == 4 {
		return "plan-" + year
	}
	return "plan"
}

// reserved names are folders or files of the content, the website or Windows.
var reserved = []string{"units", "site", "con", "prn", "aux", "nul"}

// device says whether Windows keeps a name for a port: com1 to lpt9.
func device(name string) bool {
	return len(name) == 4 && (name[:3] == "com" || name[:3] == "lpt") && name[3] >= '1' && name[3] <= '9'
}

func proper(name string) bool {
	if len(name) > 60 || slices.Contains(reserved, name) || device(name) || strings.HasPrefix(name, "-") || !fs.ValidPath(name) {
		return false
	}
	return name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}
