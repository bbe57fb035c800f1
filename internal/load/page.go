package load

import (
	"fmt"
	"strings"

	"hongtou/internal/diag"
	"hongtou/internal/markdown"
)

// page is one Markdown file: its front matter, if any, and its blocks.
type page struct {
	name   string        // file name in messages
	at     diag.Position // of its first character
	front  string
	hasFM  bool
	fmAt   diag.Position // of the front matter's first character
	blocks []markdown.Block
}

const fence = "---"

// The most blocks of one file. What is printed of an item stands in several
// documents of each of its units, and every paragraph costs time in all of
// them; the longest item of a real plan has forty.
const (
	maxBlocks     = 10_000
	maxItemBlocks = 2_000
)

// page reads a Markdown file; ok is false when there is none.
func (l *loader) page(p string) (pg page, ok bool) {
	f := l.file(p)
	if f == nil {
		return page{}, false
	}
	pg = page{name: f.Name, at: l.at(p)}
	body, at := f.Text, pg.at
	if first, rest, _ := strings.Cut(f.Text, "\n"); strings.TrimRight(first, " ") == fence {
		front, after, lines, closed := cutFront(rest)
		if !closed {
			l.unread[p] = true
			l.errorAt(pg.at, len(fence), "front-matter-open", "文件开头的“---”没有结束的“---”", "在YAML之后加一行“---”")
			return page{}, false
		}
		pg.front, pg.hasFM = front, true
		pg.fmAt = diag.Position{File: f.Name, Line: 2, Column: 1}
		body, at = after, diag.Position{File: f.Name, Line: 2 + lines, Column: 1}
	}
	blocks, problems := markdown.Parse(body, at)
	l.add(problems...)
	pg.blocks = l.plain(blocks)
	return pg, l.notTooMany(p, pg.blocks, maxBlocks)
}

// notTooMany reports the first paragraph beyond a limit.
func (l *loader) notTooMany(p string, blocks []markdown.Block, most int) bool {
	if len(blocks) <= most {
		return true
	}
	l.unread[p] = true
	l.errorAt(blocks[most].At, 0, "too-many-paragraphs", fmt.Sprintf("有%d段，超过%d段的上限，没有读取", len(blocks), most), "检查文件内容，或分成几个案卷、几项")
	return false
}

// cutFront splits at the closing line; lines counts the lines up to and with
// it.
func cutFront(text string) (front, after string, lines int, closed bool) {
	for rest := text; rest != ""; {
		line, next, _ := strings.Cut(rest, "\n")
		lines++
		if strings.TrimRight(line, " ") == fence {
			return text[:len(text)-len(rest)], next, lines, true
		}
		rest = next
	}
	return "", "", 0, false
}

// plain leaves out fenced blocks, which have no place in content.
func (l *loader) plain(blocks []markdown.Block) []markdown.Block {
	var out []markdown.Block
	for _, b := range blocks {
		if b.Kind == markdown.Fence {
			l.errorAt(b.At, 3, "unexpected-fence", "内容文件中不使用代码块", "删除“```”，写成段落")
			continue
		}
		out = append(out, b)
	}
	return out
}

// noFront reports front matter where none belongs.
func (l *loader) noFront(pg page) {
	if pg.hasFM {
		l.errorAt(pg.at, len(fence), "front-matter", "此文件开头不写YAML，公文要素写在dossier.yaml中", "删除两行“---”及其间内容")
	}
}

// noAttributes reports attribute lines where none belong.
func (l *loader) noAttributes(blocks []markdown.Block) {
	for _, b := range blocks {
		if b.Attr != nil {
			l.errorAt(b.Attr.At, 1, "unknown-attribute", "此处不使用属性行", "删除这一行；修改指令写在amendments文件夹中执行修改的段落之前")
		}
	}
}
