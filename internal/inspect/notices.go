package inspect

import (
	"fmt"

	"hongtou/internal/printout"
)

// notices say what limits the measuring of a file, or makes a reader doubt it;
// scanned are the numbers of its scanned pages.
func notices(doc printout.Document, scanned []int) []string {
	var out []string
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	if doc.Mended {
		say("文件的对象表已损坏，读取时重新建立，内容可能不全")
	}
	var hidden, unmapped, outlined []int
	for _, p := range doc.Pages {
		for _, one := range []struct {
			holds bool
			pages *[]int
		}{{p.Hidden > 0, &hidden}, {p.Unmapped > 0, &unmapped}, {p.Outlined > 0, &outlined}} {
			if one.holds {
				*one.pages = append(*one.pages, p.Number)
			}
		}
	}
	if len(scanned) > 0 {
		say("%s是扫描图片，只能量幅面；请检查原始的电子文件", pageList(scanned))
	}
	if len(hidden) > 0 {
		say("%s有看不见的文字（多为扫描件识别所得），没有检查", pageList(hidden))
	}
	if len(unmapped) > 0 {
		say("%s有的字没有文字编码，复制、检索得不到原文，这些字的写法没有检查", pageList(unmapped))
	}
	if len(outlined) > 0 {
		say("%s有描边的文字（软件模拟的加粗、空心）", pageList(outlined))
	}
	return out
}

// pageList names pages: 第1—3、5页. Of very many it names the first.
func pageList(pages []int) string {
	const most = 8
	out, runs := "第", 0
	for i := 0; i < len(pages); {
		last := i
		for last+1 < len(pages) && pages[last+1] == pages[last]+1 {
			last++
		}
		if runs++; runs > most {
			return out + fmt.Sprintf("等%d页", len(pages))
		}
		if i > 0 {
			out += "、"
		}
		switch out += fmt.Sprint(pages[i]); {
		case last == i+1:
			out += fmt.Sprintf("、%d", pages[last])
		case last > i:
			out += fmt.Sprintf("—%d", pages[last])
		}
		i = last + 1
	}
	return out + "页"
}
