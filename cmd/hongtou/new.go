package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"hongtou/internal/build"
)

func newCommand(s *shell) *cobra.Command {
	c := &cobra.Command{
		Use:   "new",
		Short: "起草修改通知",
		Args:  noArgs,
		RunE:  func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(newAmendmentCommand(s))
	return c
}

func newAmendmentCommand(s *shell) *cobra.Command {
	var draft build.Draft
	c := &cobra.Command{
		Use:   "amendment",
		Short: "写出修改通知的底稿",
		Long: "按现文写出修改通知的底稿：公文要素、各项的反馈问题、修改指令及其校验码。需要人写的地方是【待填】，\n" +
			"没有填完，check 和 build 就报错。--item 写整改项（14，列出它的全部字段，不需要的删去）、字段（06.deadline）、\n" +
			"措施（14.2）或方案的一段（plan.5.2）。",
		Example: "  hongtou new amendment --item 06.deadline --item 14.2\n" +
			"  hongtou new amendment --item 06.deadline --date 2020年12月1日 --write",
		Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if len(draft.Values) == 0 {
				return misused("如 --item 06.deadline", "没有写明修改哪里")
			}
			report, err := build.Skeleton(s.options, draft)
			if err != nil {
				return err
			}
			return s.answer(report.Problems, report, func() {
				if !report.Written {
					fmt.Fprint(s.out, harmless(report.Text))
					return
				}
				fmt.Fprintf(s.out, "已写入 %s；请填写【待填】之处，再运行 hongtou check\n", report.Path)
			})
		},
	}
	f := c.Flags()
	f.StringArrayVar(&draft.Values, "item", nil, "要修改的`位置`，可写多次")
	f.StringVar(&draft.Date, "date", "", "成文`日期`，如2020年12月1日")
	f.StringVar(&draft.Dossier, "dossier", "", "修改这个`案卷`")
	f.BoolVar(&draft.Write, "write", false, "写入案卷的amendments文件夹，不覆盖已有的文件")
	return c
}
