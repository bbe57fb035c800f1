package main

import (
	"io"

	"github.com/spf13/cobra"

	"hongtou/internal/build"
)

// shell is what every command shares: where to write, and the flags.
type shell struct {
	out, err io.Writer
	json     bool
	verbose  bool
	kinds    []string
	formats  []string
	options  build.Options
}

const intro = `红头：由结构化数据生成公文。

案卷放在 content/ 下，一个文件夹是一个案卷；运行 hongtou build，成品写入 out/。`

const examples = `  hongtou build                    生成全部文件
  hongtou build --kind notice      只生成印发通知
  hongtou build --unit 某县         只生成发给这个单位的文件
  hongtou build --as-of 2020-08-01 按这一天有效的内容生成
  hongtou build --watch            保存即重新生成
  hongtou check                    只检查，不生成
  hongtou list                     列出将要生成的文件
  hongtou verify                   核对成品是否完整
  hongtou fonts                    查看各字体角色实际使用的字体
  hongtou inspect 通知.pdf           检查任何PDF是否符合公文格式`

func newRoot(out, errw io.Writer) *cobra.Command {
	s := &shell{out: out, err: errw}
	root := &cobra.Command{
		Use:                        "hongtou",
		Short:                      "由结构化数据生成公文",
		Long:                       intro,
		Example:                    examples,
		SilenceErrors:              true,
		SilenceUsage:               true,
		SuggestionsMinimumDistance: 2,
		Args:                       noArgs,
		PersistentPreRunE:          func(*cobra.Command, []string) error { return s.take() },
		RunE:                       func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetOut(out)
	root.SetErr(errw)
	root.CompletionOptions.DisableDefaultCmd = true
	s.addFlags(root)
	root.AddCommand(buildCommand(s), checkCommand(s), listCommand(s), verifyCommand(s), cleanCommand(s), mergeCommand(s),
		impactCommand(s), diffCommand(s), showCommand(s), newCommand(s), inspectCommand(s), fontsCommand(s), versionCommand(s),
		benchCommand(s), benchRoundCommand(s), importCommand(s), exportCommand(s))
	s.completable(root)
	speakChinese(root)
	return root
}
