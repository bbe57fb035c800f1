package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"hongtou/internal/build"
)

// printList lists the documents, many of them by kind, and says who has which
// task: with --unit of these recipients, otherwise on the whole.
func printList(w io.Writer, r build.ListReport, verbose, chosen bool) {
	whole := verbose || len(r.Documents) <= most
	for _, g := range alikeDocuments(r.Documents) {
		if whole || len(g) == 1 {
			printEach(w, g)
		} else {
			printTogether(w, g)
		}
	}
	for _, a := range r.Assigned {
		if chosen {
			printTasks(w, a)
		} else {
			printAssignment(w, a)
		}
	}
	printLater(w, r.Later)
}

// alikeDocuments puts documents of one kind and dossier that are for recipients
// together; others stand alone.
func alikeDocuments(all []build.DocumentSummary) [][]build.DocumentSummary {
	var out [][]build.DocumentSummary
	for _, d := range all {
		if n := len(out); n > 0 && d.Unit != "" && out[n-1][0].Unit != "" && out[n-1][0].Kind == d.Kind && out[n-1][0].Dossier == d.Dossier {
			out[n-1] = append(out[n-1], d)
		} else {
			out = append(out, []build.DocumentSummary{d})
		}
	}
	return out
}

func printEach(w io.Writer, documents []build.DocumentSummary) {
	for _, d := range documents {
		fmt.Fprintf(w, "%s（版本 %s）\n", d.Title, d.Edition)
		for _, f := range d.Files {
			fmt.Fprintln(w, "  "+f)
		}
	}
}

// printTogether counts documents of one kind by edition: 任务书 3 份，
// 发给 3 个单位（版本 2021-03-05 的 2 份、2021-06-01 的 1 份）.
func printTogether(w io.Writer, documents []build.DocumentSummary) {
	var paths, units, editions []string
	count := map[string]int{}
	for _, d := range documents {
		paths, units, editions = append(paths, d.Files...), append(units, d.Unit), append(editions, d.Edition)
		count[d.Edition]++
	}
	slices.Sort(units)
	slices.Sort(editions)
	var by []string
	for _, e := range slices.Compact(editions) {
		by = append(by, fmt.Sprintf("%s 的 %d 份", e, count[e]))
	}
	fmt.Fprintf(w, "%s %d 份，发给 %d 个单位（版本 %s）\n", documents[0].Name, len(documents), len(slices.Compact(units)), strings.Join(by, "、"))
	for _, l := range folders(paths, 2) {
		fmt.Fprintln(w, "  "+l)
	}
}
