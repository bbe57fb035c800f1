package main

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"hongtou/internal/build"
	"hongtou/internal/starter"
)

func sampleList() string {
	var out []string
	for _, s := range starter.Samples() {
		out = append(out, fmt.Sprintf("%s（%s：%s）", s.Name, s.Title, s.About))
	}
	return strings.Join(out, "、")
}

// oneName takes at most one argument.
func oneName(_ *cobra.Command, args []string) error {
	if len(args) > 0 && strings.HasPrefix(args[0], "amend") { // a slip, not a dossier
		return misused("是否为“amendment”？", "没有命令“%s”", args[0])
	}
	if len(args) > 1 {
		return misused("如 hongtou new zhenggai-2026", "只能写一个案卷名")
	}
	return nil
}

// newDossier makes a dossier out of the skeleton, or like a sample.
func (s *shell) newDossier(name, like string) error {
	files := starter.Skeleton()
	if like != "" {
		var known bool
		if files, known = starter.Like(like); !known {
			return misused("可用："+sampleList(), "没有名为“%s”的样例", like)
		}
	}
	content := cmp.Or(s.options.Content, "content")
	placed, err := starter.Place(content, name, files)
	if refused := (*starter.Refusal)(nil); errors.As(err, &refused) {
		return misused(refused.Hint, "%s", refused.Message)
	}
	if err != nil {
		return err
	}
	return s.answer(build.Problems{}, placed, func() {
		for _, f := range placed.Files {
			fmt.Fprintf(s.out, "写入 %s/%s\n", content, f)
		}
		if len(placed.Added) > 0 {
			fmt.Fprintf(s.out, "原有的 units.yaml 中添上了示例所用的名称：%s；案卷不再用到时请删去\n", strings.Join(placed.Added, "、"))
		}
		fmt.Fprintf(s.out, "文中的单位、人员（如甲市、张三）和事项都是示例，请换成自己的：\n"+
			"  先改 %[1]s/%[2]s/dossier.yaml，再改 %[1]s/%[2]s/ 下的 notice.md、plan.md、items/，单位和人员在 %[1]s/units.yaml\n"+
			"然后运行 hongtou check、hongtou build\n", content, name)
	})
}
