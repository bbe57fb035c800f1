package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"hongtou/internal/build"
)

// shell is what every command shares: where to write, and the flags.
type shell struct {
	out, err io.Writer
	json     bool
	kinds    []string
	formats  []string
	options  build.Options
}

const intro = `红头：由结构化数据生成公文。

案卷放在 content/ 下，一个文件夹是一个案卷；运行 hongtou build，成品写入 out/。`

const examples = `  hongtou build                    生成全部文件
  hongtou build --kind notice      只生成印发通知
  hongtou check                    只检查，不生成
  hongtou list                     列出将要生成的文件
  hongtou fonts                    查看各字体角色实际使用的字体`

func newRoot(out, errw io.Writer) *cobra.Command {
	s := &shell{out: out, err: errw}
	root := &cobra.Command{
		Use:           "hongtou",
		Short:         "由结构化数据生成公文",
		Long:          intro,
		Example:       examples,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          noArgs,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetOut(out)
	root.SetErr(errw)
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{flagMessage(err)} })
	s.addFlags(root)
	root.AddCommand(buildCommand(s), checkCommand(s), listCommand(s), fontsCommand(s), versionCommand(s))
	translate(root)
	return root
}

func (s *shell) addFlags(root *cobra.Command) {
	f := root.PersistentFlags()
	f.StringVar(&s.options.Content, "content", "content", "案卷所在`文件夹`")
	f.StringVar(&s.options.Out, "out", "out", "成品写入的`文件夹`")
	f.StringVar(&s.options.Templates, "templates", "", "替换内置模板的`文件夹`")
	f.StringVar(&s.options.Fonts, "fonts", "", "已获授权的字体所在`文件夹`")
	f.StringSliceVar(&s.kinds, "kind", nil, "只处理这些`文种`（"+strings.Join(build.Kinds(), "、")+"）")
	f.StringSliceVar(&s.formats, "format", nil, "只处理这些`格式`（"+strings.Join(build.Formats(), "、")+"）")
	f.IntVar(&s.options.Jobs, "jobs", 0, "同时制作的文件`数`，0 为处理器个数")
	f.BoolVar(&s.json, "json", false, "以 JSON 输出，供程序读取")
}

// selected checks the words given to --kind and --format.
func (s *shell) selected() (build.Options, error) {
	o := s.options
	for _, k := range s.kinds {
		if !slices.Contains(build.Kinds(), k) {
			return o, usageError{fmt.Errorf("没有文种“%s”，可用：%s", k, strings.Join(build.Kinds(), "、"))}
		}
	}
	for _, f := range s.formats {
		if !slices.Contains(build.Formats(), f) {
			return o, usageError{fmt.Errorf("没有格式“%s”，可用：%s", f, strings.Join(build.Formats(), "、"))}
		}
	}
	if o.Jobs < 0 {
		return o, usageError{fmt.Errorf("--jobs 不能小于 0")}
	}
	o.Select(s.kinds, s.formats)
	return o, nil
}

func noArgs(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("没有命令“%s”", args[0])}
	}
	return nil
}
