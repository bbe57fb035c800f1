package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"hongtou/internal/build"
)

func mergeCommand(s *shell) *cobra.Command {
	return &cobra.Command{
		Use:   "merge 文件夹…",
		Short: "合并 build --shard 生成的各片",
		Long: "把各片的文件夹合并到 --out：各片须由同一程序、同一内容和选项生成，一片不缺，一片不重。\n" +
			"结果与不分片生成的逐字节相同。各片的文件夹不改动。",
		Example:     "  hongtou merge --out out shard-1 shard-2 shard-3",
		Annotations: map[string]string{withoutFlags: contentFlags},
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return misused("运行 "+c.CommandPath()+" --help 查看用法", "命令“%s”缺少各片的文件夹", c.Name())
			}
			return refuse(c, contentFlags)
		},
		RunE: func(_ *cobra.Command, args []string) error {
			report, err := build.Merge(s.options, args)
			if err != nil {
				return err
			}
			if s.json {
				return writeJSON(s.out, report)
			}
			printMerge(s.out, report, s.verbose)
			return nil
		},
	}
}

func printMerge(w io.Writer, r build.MergeReport, verbose bool) {
	printPaths(w, "写入", r.Written, verbose)
	printPaths(w, "删除", r.Removed, verbose)
	for _, f := range r.Kept {
		fmt.Fprintln(w, "保留（已被他人改动，未删除）", f)
	}
	for _, f := range r.Saved {
		fmt.Fprintf(w, "替换（他人的改动已另存为 %s） %s\n", f.Copy, f.Path)
	}
	fmt.Fprintf(w, "完成：合并 %d 片，共 %d 个文件，写入 %d 个，未变 %d 个，删除 %d 个。成品在 %s\n",
		r.Shards, r.Files, len(r.Written), len(r.Unchanged), len(r.Removed), r.Out)
}
