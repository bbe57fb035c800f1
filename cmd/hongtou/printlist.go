package main

import (
	"fmt"
	"io"
	"maps"
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
// 发给 3 个单位（版本 2021-03-05 的 2 份、2021-06-01 的 1 份）. Workbooks that hold
// what others of the kind print one by one are counted by themselves.
func printTogether(w io.Writer, documents []build.DocumentSummary) {
	var paths, units []string
	for _, d := range documents {
		paths, units = append(paths, d.Files...), append(units, d.Unit)
	}
	slices.Sort(units)
	single, books := workbooksApart(documents)
	count, editions := fmt.Sprintf("%d 份", len(single)), byEdition(single, "份")
	if len(books) > 0 {
		count += fmt.Sprintf("，工作簿 %d 个", len(books))
		editions += "；工作簿 " + byEdition(books, "个")
	}
	fmt.Fprintf(w, "%s %s，发给 %d 个单位（版本 %s）\n", documents[0].Name, count, len(slices.Compact(units)), editions)
	for _, l := range folders(paths, 2) {
		fmt.Fprintln(w, "  "+l)
	}
}

// workbooksApart sets those apart that are about no single task, where the
// others of the kind are.
func workbooksApart(documents []build.DocumentSummary) (single, books []build.DocumentSummary) {
	for _, d := range documents {
		if d.Item == "" {
			books = append(books, d)
		} else {
			single = append(single, d)
		}
	}
	if len(single) == 0 {
		return books, nil
	}
	return single, books
}

// byEdition counts documents by edition, the oldest first.
func byEdition(documents []build.DocumentSummary, unit string) string {
	count := map[string]int{}
	for _, d := range documents {
		count[d.Edition]++
	}
	var out []string
	for _, e := range slices.Sorted(maps.Keys(count)) {
		out = append(out, fmt.Sprintf("%s 的 %d %s", e, count[e], unit))
	}
	return strings.Join(out, "、")
}
