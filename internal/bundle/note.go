package bundle

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

// Cover says what the note tells beside the files.
type Cover struct {
	Recipient string   // whom the archive is for
	Bodies    []string // in whose names it gets the documents, when they are several
	Plan      string   // name of the plan, without brackets
	Basis     []string // the notices that gave the documents their words, as they are cited
	Edition   string   // a date such as 2021-06-01
}

// Note is the text of 说明.txt, as Notepad of every Windows shows it: with a
// byte order mark and lines that end with CRLF. It depends on names and
// editions, not on the files' bytes.
func (c Contents) Note() string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\r\n", args...) }
	b.WriteString("\uFEFF")
	line("《%s》分发包", c.Cover.Plan)
	line("")
	line("发给：%s%s", c.Cover.Recipient, c.Cover.shared())
	line("依据：%s", strings.Join(c.Cover.Basis, "；"))
	line("版本：%s", edition(c.Cover.Edition))
	line("")
	line("一、包内文件")
	for _, d := range c.Documents {
		line("%s（%s）：%s", d.Title, edition(d.Edition), d.names())
	}
	for _, f := range c.folders() {
		line("文件夹“%s”：内有 %d 个文件，名称见上", f.name, f.files)
	}
	line("%s：其余每个文件的校验和", SumsName)
	line("PDF 供打印，XLSX 供填写和统计，HTML 供浏览。")
	line("")
	line("二、怎样核对")
	line("校验和（SHA-256）与%s所列一致，文件即完整、未经改动。先解压，再在本文件夹中打开命令窗口：", SumsName)
	line("Windows 逐个核对：certutil -hashfile %s SHA256", c.example())
	line("Linux（统信、麒麟等）全部核对：sha256sum -c %s", SumsName)
	line("macOS 全部核对：shasum -a 256 -c %s", SumsName)
	line("")
	line("本说明不是公文，内容以印发的通知为准。")
	return b.String()
}

// edition writes 2021-06-01 as people do: 2021年6月1日版; any other text as it
// is.
func edition(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return t.Format("2006年1月2日") + "版"
}

// folder is a folder inside the archive.
type folder struct {
	name  string
	files int
}

// folders gives the folders that hold files, in the order of the documents.
func (c Contents) folders() []folder {
	var out []folder
	for _, d := range c.Documents {
		for _, f := range d.Files {
			i := strings.LastIndexByte(f.Name, '/')
			if i < 0 {
				continue
			}
			name := norm.NFC.String(f.Name[:i])
			at := slices.IndexFunc(out, func(f folder) bool { return f.name == name })
			if at < 0 {
				at, out = len(out), append(out, folder{name: name})
			}
			out[at].files++
		}
	}
	return out
}

// shared names the bodies that share one book.
func (c Cover) shared() string {
	if len(c.Bodies) < 2 {
		return ""
	}
	return "（" + strings.Join(c.Bodies, "、") + "合用一册）"
}

func (d Document) names() string {
	var out []string
	for _, f := range d.Files {
		out = append(out, norm.NFC.String(f.Name))
	}
	return strings.Join(out, "，")
}

// example is a file to show the command with, in the form that Windows takes.
func (c Contents) example() string {
	for _, d := range c.Documents {
		for _, f := range d.Files {
			return `"` + strings.ReplaceAll(f.Name, "/", `\`) + `"`
		}
	}
	return NoteName
}
