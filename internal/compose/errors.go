package compose

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"hongtou/internal/diag"
)

// userError is an error with a message for users and a stable code.
type userError struct{ code, message, hint string }

func (e *userError) Error() string { return e.message }

// templateError makes a diagnostic of what text/template says. It reads the
// place out of the message, as the package gives it in no other form:
// template: NAME:LINE[:COLUMN]: …
func templateError(err error, name, code string) diag.Diagnostic {
	d := diag.Diagnostic{Code: code, At: diag.Position{File: name, Line: 1, Column: 1}}
	detail := strings.TrimPrefix(err.Error(), "template: ")
	if file, line, rest, ok := splitPlace(detail); ok {
		d.At = diag.Position{File: file, Line: line, Column: 1}
		detail = rest
	}
	var ours *userError
	if errors.As(err, &ours) {
		d.Code, d.Message, d.Hint = ours.code, ours.message, ours.hint
		return d
	}
	d.Message, d.Hint = translate(detail)
	return d
}

// splitPlace reads file:line:column: or file:line: at the start of s; the
// column counts bytes and is dropped. The file's name may hold a colon
// itself, so the first number decides.
func splitPlace(s string) (file string, line int, rest string, ok bool) {
	parts := strings.Split(s, ":")
	for i := 1; i < len(parts); i++ {
		n, err := strconv.Atoi(parts[i])
		if err != nil {
			continue
		}
		file = strings.Join(parts[:i], ":")
		i++
		if i < len(parts) {
			if _, err := strconv.Atoi(parts[i]); err == nil {
				i++
			}
		}
		return file, n, strings.TrimSpace(strings.Join(parts[min(i, len(parts)):], ":")), true
	}
	return "", 0, s, false
}

// translate says the common mistakes in Chinese; the rest is quoted.
func translate(detail string) (message, hint string) {
	if _, rest, ok := strings.Cut(detail, "can't evaluate field "); ok {
		field, _, _ := strings.Cut(rest, " ")
		return "资料中没有字段“" + field + "”", "各文种的字段见docs/templates.md"
	}
	if strings.Contains(detail, "nil pointer evaluating") {
		return "这里的资料可能没有，不能直接取其中的字段", "先用{{with}}或{{if}}判断"
	}
	const most = 200
	if utf8.RuneCountInString(detail) > most {
		detail = string([]rune(detail)[:most]) + "……"
	}
	return "模板写法有误：" + detail, "模板语法见docs/templates.md"
}
