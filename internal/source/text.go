package source

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"hongtou/internal/diag"
)

const bom = "\uFEFF"

// perCode is how many problems of one code a file reports; the last one says
// how many more there are.
const perCode = 20

// decode fills the file from its bytes and reports what is no plain text.
func (f *File) decode(data []byte) diag.List {
	var list diag.List
	if rest, found := bytes.CutPrefix(data, []byte(bom)); found {
		data = rest
		list.Add(f.problem(diag.Warning, 1, 1, 0, "bom", "文件开头有字节顺序标记（BOM）", "不影响结果；编辑器中另存为不带BOM的UTF-8"))
	}
	if n := bytes.Index(data, []byte("\r\n")); n >= 0 {
		line := 1 + bytes.Count(data[:n], []byte("\n"))
		column := 1 + utf8.RuneCount(data[bytes.LastIndexByte(data[:n], '\n')+1:n])
		list.Add(f.problem(diag.Warning, line, column, 0, "crlf", "行尾是Windows换行（CRLF）", "不影响结果；编辑器中把换行改为LF"))
		data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
	}
	if !utf8.Valid(data) {
		list.Add(f.invalid(data))
		return list
	}
	f.Text = string(data)
	f.index()
	list.Add(f.invisible()...)
	return list
}

func (f *File) problem(s diag.Severity, line, column, length int, code, message, hint string) diag.Diagnostic {
	return diag.Diagnostic{
		Severity: s, Code: code, Message: message, Hint: hint, Length: length,
		At: diag.Position{File: f.Name, Line: line, Column: column},
	}
}

// invalid marks the file bad and points at its first byte that is no UTF-8.
func (f *File) invalid(data []byte) diag.Diagnostic {
	n := 0
	for n < len(data) {
		r, size := utf8.DecodeRune(data[n:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		n += size
	}
	f.Bad = true
	f.Text = string([]rune(string(data))) // one U+FFFD for each bad byte keeps columns right
	f.index()
	f.Text = ""
	line, column := place(string(data), n)
	return f.problem(diag.Error, line, column, 1, "invalid-utf8",
		fmt.Sprintf("第%d个字节0x%02X不是UTF-8文字", n+1, data[n]), "另存为UTF-8（原文件可能是GBK或Word文档）")
}

// class says what is wrong with a character, "" when nothing is.
func class(r rune) (code, message, hint string) {
	switch {
	case r == '\n':
		return "", "", ""
	case r == '\t':
		return "control-char", "有制表符（Tab键）", "换成两个空格；段首的直接删除"
	case r < 0x20 || r >= 0x7F && r <= 0x9F:
		return "control-char", fmt.Sprintf("有控制字符U+%04X", r), "删除该字符"
	case r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000:
		return "private-use", fmt.Sprintf("有自造字（私用区字符U+%04X），换一台机器就无法显示", r), "改用通用字；Word的项目符号请删除"
	case r >= 0x200B && r <= 0x200F, r >= 0x2028 && r <= 0x202E, r >= 0x2060 && r <= 0x206F,
		r == 0xFEFF, r == 0xAD, r >= 0xFFF9 && r <= 0xFFFB, r&0xFFFE == 0xFFFE:
		return "invisible-char", fmt.Sprintf("有看不见的字符U+%04X", r), "删除该字符"
	}
	return "", "", ""
}

// invisible reports characters that no reader of the paper could see, or that
// another machine shows as something else.
func (f *File) invisible() diag.List {
	var list diag.List
	count := map[string]int{}
	for n := 1; n <= len(f.lines); n++ {
		line := f.Line(n)
		column := 0
		for _, r := range line {
			column++
			code, message, hint := class(r)
			if code == "" {
				continue
			}
			if count[code]++; count[code] <= perCode {
				list.Add(f.problem(diag.Error, n, column, 1, code, message, hint))
			}
		}
	}
	for i := range list {
		d := &list[i]
		if more := count[d.Code] - perCode; more > 0 && lastOf(list, i) {
			d.Message += fmt.Sprintf("（本文件另有%d处）", more)
		}
	}
	return list
}

func lastOf(list diag.List, i int) bool {
	for _, d := range list[i+1:] {
		if d.Code == list[i].Code {
			return false
		}
	}
	return true
}

// onceARun keeps the first of the problems that Windows editors put into every
// file they save, and lets it say how many files have it: they change nothing
// in print.
func onceARun(list diag.List) diag.List {
	files, first := map[string]int{}, map[string]int{}
	var out diag.List
	for _, d := range list {
		if d.Code == "bom" || d.Code == "crlf" {
			if files[d.Code]++; files[d.Code] > 1 {
				continue
			}
			first[d.Code] = len(out)
		}
		out.Add(d)
	}
	for code, i := range first {
		if n := files[code]; n > 1 {
			out[i].Message += fmt.Sprintf("，共%d个文件", n)
		}
	}
	return out
}
