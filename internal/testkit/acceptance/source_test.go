package acceptance

import (
	"os"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// published is the official text as the website shows it, half-width
// punctuation and all, one paragraph a line, website furniture taken out.
const published = "../source/wuwei-2020.txt"

// source gives the non-empty lines of each document as published.
func source(t *testing.T) map[string][]string {
	t.Helper()
	data, err := os.ReadFile(published)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, l := range strings.Split(string(data), "\n") {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, l)
		}
	}
	annex, amendment := index(t, lines, "附件"), index(t, lines, "关于补充完善《武威市贯彻落实中央生态环境保护督察反馈问题整改实施方案》部分内容的通知")
	return map[string][]string{
		"notice":    lines[:amendment],
		"annex":     lines[annex:amendment],
		"amendment": lines[amendment:],
	}
}

func index(t *testing.T, lines []string, line string) int {
	t.Helper()
	for i, l := range lines {
		if l == line {
			return i
		}
	}
	t.Fatalf("the published text has no line %q", line)
	return -1
}

// official are the elements that the published text lacks: the mark and the
// number of the document, in front of everything else. Nothing else is excused.
var official = map[string]string{
	"notice":    "中共武威市委办公室文件武威市人民政府办公室武办字〔2020〕47号",
	"amendment": "中共武威市委办公室文件武威市人民政府办公室",
}

// fold makes texts comparable: compatibility forms folded (the website writes
// half-width marks), white space removed.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, norm.NFKC.String(s))
}

// same reports the first difference of two folded texts with its place.
func same(t *testing.T, what, got, want string) {
	t.Helper()
	g, w := []rune(got), []rune(want)
	for i := 0; i < len(g) || i < len(w); i++ {
		if i < len(g) && i < len(w) && g[i] == w[i] {
			continue
		}
		t.Errorf("%s: character %d differs\n got …%s\nwant …%s", what, i, around(g, i), around(w, i))
		return
	}
}

func around(rs []rune, i int) string {
	return string(rs[max(0, min(i-15, len(rs))):min(len(rs), i+15)])
}
