package main

import (
	"github.com/spf13/cobra"

	"hongtou/internal/build"
)

func impactCommand(s *shell) *cobra.Command {
	var step build.Step
	c := &cobra.Command{
		Use:   "impact",
		Short: "修改之后：涉及哪些事项、哪些单位、哪些文件",
		Long: "比较两个版本，先列出需人工确定受文单位的事项，再列改动、受影响的单位、需要更换的文件。\n" +
			"不写日期时，比较最新一份通知之前和之后。",
		Example: "  hongtou impact\n  hongtou impact --from 2020-07-30 --to 2020-11-25",
		Args:    noArgs,
		RunE: func(*cobra.Command, []string) error {
			if err := s.checkStep(step); err != nil {
				return err
			}
			report, err := build.Impact(s.options, step)
			if err != nil {
				return err
			}
			return s.finish(report.Problems.WithoutAdvice(), report, func() {
				for _, d := range report.Dossiers {
					printImpact(s.out, d, s.verbose)
				}
			})
		},
	}
	addStep(c, &step)
	return c
}

// addStep declares the flags that say which editions are compared.
func addStep(c *cobra.Command, step *build.Step) {
	f := c.Flags()
	f.StringVar(&step.From, "from", "", "比较的起始`日期`，不写为--to之前的一个版本")
	f.StringVar(&step.To, "to", "", "比较的终止`日期`，不写则同--as-of")
	f.StringVar(&step.Dossier, "dossier", "", "只看这个`案卷`")
}

func (s *shell) checkStep(step build.Step) error {
	if err := checkDate("--from", step.From); err != nil {
		return err
	}
	return checkDate("--to", step.To)
}
