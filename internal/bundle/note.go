package bundle

import (
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Cover says what the note tells beside the files.
type Cover struct {
	Recipient string   // whom the archive is for
	Bodies    []string // in whose names it gets the documents, when they are several
	Plan      string   // name of the plan, without brackets
	Basis     []string // the notices that gave the documents their words, as they are cited
	Edition   string   // a date
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
	line("版本：%s", c.Cover.Edition)
	line("")
	line("一、包内文件")
	for _, d := range c.Documents {
		line("%s（版本%s）：%s", d.Title, d.Edition, d.names())
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
