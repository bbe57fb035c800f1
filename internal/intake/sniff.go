package intake

import (
	"bytes"
	"path"
	"regexp"
	"strings"

	"hongtou/internal/manuscript"
)

// refusals are files told by their first bytes that are not read, and what
// their owner can do.
var refusals = []struct{ magic, message, hint string }{
	{"%PDF-", "这是PDF，文字在里面没有段落", "请找到原稿（.docx）导入；没有原稿的，用Word或WPS把PDF转成.docx，核对后再导入"},
	{`{\rtf`, "这是RTF文件", "请用Word或WPS打开，另存为.docx后再导入"},
	{"\x89PNG", "这是图片", pictureHint}, {"\xff\xd8\xff", "这是图片", pictureHint}, {"GIF8", "这是图片", pictureHint},
	{"BM", "这是图片", pictureHint}, {"II*\x00", "这是图片", pictureHint}, {"MM\x00*", "这是图片", pictureHint},
	{"Rar!", "这是压缩包", archiveHint}, {"7z\xbc\xaf", "这是压缩包", archiveHint}, {"\x1f\x8b", "这是压缩包", archiveHint},
	{"\xff\xfe\x00\x00", "这是UTF-32编码的文本", encodingHint}, {"\x00\x00\xfe\xff", "这是UTF-32编码的文本", encodingHint},
}

const (
	pictureHint = "图片里的文字不能导入；请找到原稿（.docx或文本）再导入"
	archiveHint = "请先解压，再导入其中的.docx、.xlsx、.html或.txt文件"
	wordHint    = "请用Word或WPS打开，另存为.docx（表格另存为.xlsx）后再导入"
)

var (
	pageStart = regexp.MustCompile(`(?is)^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|meta|title)\b`)
	anyTag    = regexp.MustCompile(`(?i)<(p|div|table|span|br|h[1-6]|ul|ol|body)\b[^>]*>`)
	xmlWord   = regexp.MustCompile(`(?s)^\s*<\?xml.*?(progid="(Word|Excel)|<w:wordDocument|<pkg:package)`)
	mail      = regexp.MustCompile(`(?is)^(From|MIME-Version|Subject|Date|Content-Type):.*multipart/related`)
)

// recognise tells the format of a file by its content, and only then by the
// extension of its name.
func recognise(name string, data []byte, l Limits) (manuscript.Format, error) {
	ext := strings.ToLower(path.Ext(name))
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte("PK\x05\x06")) {
		return packed(data, l)
	}
	if err := refuse(data, ext); err != nil {
		return "", err
	}
	head := sample(data)
	page := ext == ".html" || ext == ".htm" || ext == ".shtml" || ext == ".xhtml"
	switch {
	case xmlWord.MatchString(head):
		return "", legacy("这是Word或Excel的XML文件")
	case mail.MatchString(head):
		return "", legacy("这是单个文件网页（.mht）")
	case pageStart.MatchString(head), page && anyTag.MatchString(head):
		return manuscript.Page, nil
	case page:
		return manuscript.Page, nil
	case ext == ".csv", ext == ".tsv":
		return manuscript.CSV, nil
	}
	return manuscript.Text, nil
}

func refuse(data []byte, ext string) error {
	if len(bytes.TrimSpace(data)) == 0 {
		return &Error{Code: "empty", Message: "文件是空的", Hint: "请确认选对了文件"}
	}
	if bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
		return compound(data, ext)
	}
	for _, r := range refusals {
		if bytes.HasPrefix(data, []byte(r.magic)) && !(r.magic == "BM" && ext != ".bmp") {
			return &Error{Code: "format", Message: r.message, Hint: r.hint}
		}
	}
	return nil
}

// compound refuses the binary formats of old Office and WPS, and what Office
// encrypts, which it wraps in the same container.
func compound(data []byte, ext string) error {
	if bytes.Contains(data, wide("EncryptedPackage")) {
		return &Error{Code: "protected", Message: "文件有打开密码", Hint: "请在Word或WPS中输入密码打开，去掉密码后另存，再导入"}
	}
	switch {
	case bytes.Contains(data, wide("WordDocument")):
		return legacy("这是旧版Word或WPS文字文件（" + strings.TrimPrefix(or2(ext, ".doc"), ".") + "）")
	case bytes.Contains(data, wide("Workbook")), bytes.Contains(data, wide("Book")):
		return legacy("这是旧版Excel或WPS表格文件（" + strings.TrimPrefix(or2(ext, ".xls"), ".") + "）")
	}
	return legacy("这是旧版Office或WPS文件")
}

func or2(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func legacy(message string) *Error { return &Error{Code: "format", Message: message, Hint: wordHint} }

func wide(s string) []byte {
	b := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		b = append(b, s[i], 0)
	}
	return b
}

// sample is the beginning of a file as ASCII sees it: the zeros of UTF-16 and
// byte order marks are left out.
func sample(data []byte) string {
	head := data[:min(len(data), 4096)]
	head = bytes.TrimPrefix(head, []byte("\xef\xbb\xbf"))
	if name, n := byMark(head); strings.HasPrefix(name, "utf16") {
		head = bytes.ReplaceAll(head[n:], []byte{0}, nil)
	}
	return string(head)
}
