package main

import (
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"hongtou/internal/build"
)

// addFlags declares the flags of every verb.
func (s *shell) addFlags(root *cobra.Command) {
	f := root.PersistentFlags()
	f.StringVar(&s.options.Content, "content", "content", "案卷所在`文件夹`，不写为 content")
	f.StringVar(&s.options.Out, "out", "out", "成品写入的`文件夹`，不写为 out")
	f.StringVar(&s.options.AsOf, "as-of", "", "以这一天为准的`日期`，如2020-08-01；不写则以最新一份通知为准")
	f.StringVar(&s.options.Templates, "templates", "", "替换内置模板的`文件夹`")
	f.StringVar(&s.options.Fonts, "fonts", "", "已获授权的字体所在`文件夹`")
	f.StringSliceVar(&s.kinds, "kind", nil, "只处理这些`文种`（"+strings.Join(build.Kinds(), "、")+"）")
	f.StringSliceVar(&s.formats, "format", nil, "只处理这些`格式`（"+strings.Join(build.Formats(), "、")+"）")
	f.StringArrayVar(&s.options.Units, "unit", nil, "只处理发给这个`单位`的文件：名称、别名或编号，可写多次")
	f.IntVar(&s.options.Jobs, "jobs", 0, "同时制作的文件`数`，0 为处理器个数")
	f.BoolVar(&s.verbose, "verbose", false, "文件再多也逐个列出")
	f.BoolVar(&s.json, "json", false, "以 JSON 输出，供程序读取")
}

// take checks the values of the flags before any verb runs.
func (s *shell) take() error {
	if err := knownWords("文种", s.kinds, build.Kinds()); err != nil {
		return err
	}
	if err := knownWords("格式", s.formats, build.Formats()); err != nil {
		return err
	}
	if s.options.Jobs < 0 {
		return misused("“0”即处理器个数", "--jobs 不能小于 0")
	}
	s.options.Select(s.kinds, s.formats)
	return checkDate("--as-of", s.options.AsOf)
}

func knownWords(what string, given, known []string) error {
	for _, w := range given {
		if !slices.Contains(known, w) {
			return misused("可用："+strings.Join(known, "、"), "没有%s“%s”", what, w)
		}
	}
	return nil
}

// checkDate refuses what is not a day of the calendar such as 2020-08-01; ""
// means that the flag was not given.
func checkDate(flag, value string) error {
	const form = "写作“2020-08-01”，年、月、日用半角数字，月、日各两位"
	if value == "" {
		return nil
	}
	_, err := time.Parse(time.DateOnly, value)
	switch digits := strings.Trim(value, "0123456789-") == "" && len(value) == len(time.DateOnly); {
	case err != nil && digits:
		return misused(form, "%s 的“%s”不是日历上的一天", flag, value)
	case err != nil:
		return misused(form, "%s 的“%s”不是日期", flag, value)
	}
	return nil
}

// noArgsWithout refuses arguments, and the flags of all verbs that would be
// without effect: somebody may think that clean --kind leaves the other kinds.
func noArgsWithout(flags string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if err := refuse(c, flags); err != nil {
			return err
		}
		return noArgs(c, args)
	}
}

func refuse(c *cobra.Command, flags string) error {
	for _, name := range strings.Fields(flags) {
		if c.Flags().Changed(name) {
			return misused("运行 "+c.CommandPath()+" --help 查看可用的选项", "命令“%s”用不着 --%s", c.Name(), name)
		}
	}
	return nil
}

// oneArg wants exactly one argument; what names it.
func oneArg(what string) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		hint := "运行 " + c.CommandPath() + " --help 查看用法"
		switch len(args) {
		case 0:
			return misused(hint, "命令“%s”缺少%s", c.Name(), what)
		case 1:
			return nil
		}
		return misused(hint, "命令“%s”只要一个%s，却写了“%s”", c.Name(), what, args[1])
	}
}
