package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"hongtou/internal/build"
)

// contentFlags say what documents are made of and which: they mean nothing to
// verbs that look at finished folders alone.
const contentFlags = "as-of content fonts format kind templates unit"

func verifyCommand(s *shell) *cobra.Command {
	return &cobra.Command{
		Use:         "verify",
		Short:       "核对 out/ 与清单是否一致",
		Long:        "逐个核对 out/ 中的文件与 manifest.json 是否一致，不改动任何文件。\n一致则退出码为 0；有缺少或改动的文件为 1。他人文件和重新生成时另存的“人工修改”副本只列出，不算不一致。",
		Args:        noArgsWithout(contentFlags),
		Annotations: map[string]string{withoutFlags: contentFlags},
		RunE: func(*cobra.Command, []string) error {
			report, err := build.Verify(s.options)
			if err != nil {
				return err
			}
			if s.json {
				err = writeJSON(s.out, report)
			} else {
				printVerify(s.out, report, s.verbose)
			}
			if err == nil && !report.Whole {
				return errContent
			}
			return err
		},
	}
}

func printVerify(w io.Writer, r build.VerifyReport, verbose bool) {
	printPaths(w, "缺少", r.Missing, verbose)
	printPaths(w, "已改动", r.Changed, verbose)
	printPaths(w, "他人文件", r.Foreign, verbose)
	printPaths(w, "人工修改的副本", r.Copies, verbose)
	if r.Interrupted {
		fmt.Fprintln(w, "上一次写入中断了，下一次 hongtou build 会接着完成")
	}
	if r.Shard != "" {
		fmt.Fprintf(w, "这里是第 %s 片\n", r.Shard)
	}
	verdict := "完整"
	if !r.Whole {
		verdict = "不完整"
	}
	fmt.Fprintf(w, "%s：清单 %d 个文件，缺少 %d 个，已改动 %d 个；他人文件 %d 个",
		verdict, r.Files, len(r.Missing), len(r.Changed), len(r.Foreign))
	if len(r.Copies) > 0 {
		fmt.Fprintf(w, "，人工修改的副本 %d 个", len(r.Copies))
	}
	fmt.Fprintf(w, "。%s\n", r.Out)
}
