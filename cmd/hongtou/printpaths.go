package main

import (
	"fmt"
	"io"
	"strings"
)

// most is how many lines of one sort are read by somebody; of more, only
// folders are named.
const most = 20

// printPaths names files one document a line, or, when they are many, the
// folders that hold them.
func printPaths(w io.Writer, word string, paths []string, verbose bool) {
	lines := together(paths)
	for depth := 2; depth > 0 && len(lines) > most && !verbose; depth-- {
		lines = folders(paths, depth)
	}
	for _, l := range lines {
		fmt.Fprintln(w, word, l)
	}
}

// together names the formats of one document once: 印发通知.html、.pdf.
func together(paths []string) []string {
	var stems []string
	formats := map[string][]string{}
	for _, path := range paths {
		dot := strings.LastIndexByte(path, '.')
		stem := path[:max(dot, 0)]
		if len(formats[stem]) == 0 {
			stems = append(stems, stem)
		}
		formats[stem] = append(formats[stem], path[dot+1:])
	}
	for i, stem := range stems {
		stems[i] += "." + strings.Join(formats[stem], "、.")
	}
	return stems
}

// folders counts the files below the folders of a depth; documents that stand
// higher are named.
func folders(paths []string, depth int) []string {
	count := map[string]int{}
	var order, higher []string
	for _, p := range paths {
		steps := strings.SplitAfterN(p, "/", depth+1)
		if len(steps) <= depth {
			higher = append(higher, p)
			continue
		}
		folder := strings.Join(steps[:depth], "")
		if count[folder] == 0 {
			order = append(order, folder)
		}
		count[folder]++
	}
	lines := together(higher)
	for _, f := range order {
		lines = append(lines, fmt.Sprintf("%s 下 %d 个文件", f, count[f]))
	}
	return lines
}
