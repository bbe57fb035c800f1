package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"hongtou/internal/adopt"
)

func exportCommand(s *shell) *cobra.Command {
	var dossier, file string
	var force bool
	c := &cobra.Command{
		Use:   "export",
		Short: "导出任务清单，在Excel中修改",
		Long: "把一个案卷的全部任务写成工作簿：一行一项，一列一个字段。黄底的格子可以改，改后用 hongtou import 读回；\n" +
			"修改通知改过的内容锁住，要再改应另发修改通知。",
		Example:     "  hongtou export\n  hongtou export --dossier 2021-zhenggai --out-file 任务清单.xlsx",
		Args:        noArgsWithout(exchangeFlags),
		Annotations: map[string]string{withoutFlags: exchangeFlags},
		RunE: func(*cobra.Command, []string) error {
			report, err := adopt.Export(s.options.Content, dossier, file, force)
			if err != nil {
				return refused(err)
			}
			if s.json {
				return writeJSON(s.out, report)
			}
			fmt.Fprintf(s.out, "已写入 %s：案卷“%s”，%d行，可以改的%d格，锁住的%d格（已由修改通知修改）。\n改后存盘，运行 hongtou import %s\n",
				report.File, report.Dossier, report.Rows, report.Open, report.Locked, report.File)
			return nil
		},
	}
	f := c.Flags()
	f.StringVar(&dossier, "dossier", "", "导出这个`案卷`；只有一个案卷时不必写")
	f.StringVar(&file, "out-file", "任务清单.xlsx", "写入的`文件`")
	f.BoolVar(&force, "force", false, "文件已经存在时覆盖它")
	return c
}

// exchangeFlags mean nothing to import and export, which make no documents.
const exchangeFlags = "out as-of templates fonts kind format unit jobs verbose"
