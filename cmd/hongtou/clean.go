package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"hongtou/internal/build"
)

func cleanCommand(s *shell) *cobra.Command {
	var dry bool
	c := &cobra.Command{
		Use:         "clean",
		Short:       "删除 out/ 中由本程序生成的文件",
		Long:        "只删除 manifest.json 列出的、没有被改动过的文件，其他文件一律不动。不是本程序的输出文件夹则拒绝。",
		Args:        noArgsWithout(contentFlags),
		Annotations: map[string]string{withoutFlags: contentFlags},
		RunE: func(*cobra.Command, []string) error {
			report, err := build.Clean(s.options, dry)
			if err != nil {
				return err
			}
			if s.json {
				return writeJSON(s.out, report)
			}
			printClean(s.out, report, s.verbose)
			return nil
		},
	}
	c.Flags().BoolVar(&dry, "dry-run", false, "只列出将要删除的文件，不删除")
	return c
}

func printClean(w io.Writer, r build.CleanReport, verbose bool) {
	word, end := "删除", "完成：删除"
	if r.Dry {
		word, end = "将删除", "没有删除任何文件。将删除"
	}
	printPaths(w, word, r.Removed, verbose)
	for _, f := range r.Kept {
		fmt.Fprintln(w, "保留（已被他人改动，未删除）", f)
	}
	for _, f := range r.Saved {
		fmt.Fprintf(w, "保留（他人的改动另存为 %s） %s\n", f.Copy, f.Path)
	}
	fmt.Fprintf(w, "%s %d 个，保留 %d 个。%s\n", end, len(r.Removed), len(r.Kept), r.Out)
}
