package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"hongtou/internal/build"
)

func newCommand(s *shell) *cobra.Command {
	var like string
	c := &cobra.Command{
		Use:   "new 案卷名",
		Short: "新建案卷，起草修改通知",
		Long: "新建一个案卷：写出能直接检查、生成的骨架，dossier.yaml 里每个键都有说明，换成自己的内容即可。\n" +
			"案卷名用小写拼音、数字、连字符。--like 照一份完整的样例建：" + sampleList() + "。",
		Example: "  hongtou new zhenggai-2026\n" +
			"  hongtou new fengong-2026 --like task-division\n" +
			"  hongtou new amendment --item 06.deadline",
		Args: oneName,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return misused("如 hongtou new zhenggai-2026；运行 hongtou new --help 查看用法", "命令“new”缺少案卷名")
			}
			return s.newDossier(args[0], like)
		},
	}
	c.Flags().StringVar(&like, "like", "", "照这份`样例`建")
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
					s.notWritten(report)
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

// notWritten says so beside the skeleton, not in it: that may go into a file.
func (s *shell) notWritten(r build.SkeletonReport) {
	if r.Path == "" {
		fmt.Fprintln(s.err, "没有写入；加 --date 成文日期和 --write，写入案卷的 amendments 文件夹")
		return
	}
	fmt.Fprintf(s.err, "没有写入；加 --write 写入 %s\n", r.Path)
}
