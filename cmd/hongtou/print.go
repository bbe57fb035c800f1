package main

import (
	"fmt"
	"io"
	"strings"

	"hongtou/internal/build"
)

func printBuild(w io.Writer, r build.Report, verbose bool) {
	printPaths(w, "写入", r.Written, verbose)
	printPaths(w, "删除", r.Removed, verbose)
	for _, f := range r.Kept {
		fmt.Fprintln(w, "保留（已被他人改动，未删除）", f)
	}
	for _, f := range r.Saved {
		fmt.Fprintf(w, "替换（他人的改动已另存为 %s） %s\n", f.Copy, f.Path)
	}
	printLater(w, r.Later)
	printRecipientsOf(w, r, verbose)
	fmt.Fprintf(w, "完成：写入 %d 个，未变 %d 个，沿用 %d 个，删除 %d 个。成品在 %s\n",
		len(r.Written), len(r.Unchanged), len(r.Reused), len(r.Removed), r.Out)
}

// printRecipientsOf names those whose documents changed. The first build says
// nothing about change: everything is new to an empty folder.
func printRecipientsOf(w io.Writer, r build.Report, verbose bool) {
	n := len(r.Recipients)
	switch {
	case n == 0:
	case r.First:
		fmt.Fprintf(w, "首次生成，受文单位 %d 个：%s\n", n, someUnits(r.Recipients, verbose))
		if r.Amendments > 0 {
			fmt.Fprintln(w, "修改之后须给哪些单位换发，看换发清单，或运行 hongtou impact")
		}
	default:
		fmt.Fprintf(w, "文件有变的受文单位 %d 个：%s\n", n, someUnits(r.Recipients, verbose))
	}
}

// someUnits names units, of very many only the first.
func someUnits(units []build.UnitReport, verbose bool) string {
	const shown = 2 * most
	if len(units) <= shown || verbose {
		return unitNames(units)
	}
	return unitNames(units[:shown]) + "等"
}

func printCheck(w io.Writer, r build.CheckReport) {
	for _, d := range r.Dossiers {
		fmt.Fprintf(w, "%s：%d 项，修改通知 %d 份，检查通过\n", d.ID, d.Items, d.Amendments)
	}
	for _, a := range r.Assigned {
		printAssignment(w, a)
	}
	printLater(w, r.Later)
}

// printLater names the notices that do not count yet.
func printLater(w io.Writer, later []build.Later) {
	for _, l := range later {
		fmt.Fprintf(w, "%s：截至%s，尚未生效的修改通知不计入：%s\n", l.Dossier, l.AsOf, strings.Join(l.Notices, "、"))
	}
}

func printFonts(w io.Writer, r build.FontReport) {
	for _, role := range r.Roles {
		fmt.Fprintf(w, "%s（%s）\n", role.Name, role.Role)
		for _, f := range role.Faces {
			fmt.Fprintf(w, "  %s  %s  %s\n", f.Family, f.Source, f.Licence)
		}
		if role.Borrowed != "" {
			fmt.Fprintf(w, "  借自后备字体：%s\n", role.Borrowed)
		}
		if role.Missing != "" {
			fmt.Fprintf(w, "  缺字：%s\n", role.Missing)
		} else if r.Checked > 0 {
			fmt.Fprintf(w, "  缺字：无（已核对内容中 %d 个不同的字符）\n", r.Checked)
		}
	}
	for _, n := range r.Notices {
		fmt.Fprintln(w, "注意："+n)
	}
}
