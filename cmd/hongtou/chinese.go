package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

const usageTemplate = `用法：
  {{if .HasAvailableSubCommands}}{{.CommandPath}} 命令 [选项]{{else}}{{.UseLine}}{{end}}
{{if .HasExample}}
示例：
{{.Example}}
{{end}}{{if .HasAvailableSubCommands}}
命令：{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name 10}}{{.Short}}{{end}}{{end}}
{{end}}{{if .HasAvailableLocalFlags}}
选项：
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}
{{end}}{{if .HasAvailableInheritedFlags}}
通用选项：
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}
{{end}}`

const helpTemplate = `{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}

{{end}}{{.UsageString}}`

// translate puts Chinese where cobra would speak English.
func translate(root *cobra.Command) {
	root.SetUsageTemplate(usageTemplate)
	root.SetHelpTemplate(helpTemplate)
	root.SetHelpCommand(&cobra.Command{
		Use:   "help [命令]",
		Short: "查看命令的用法",
		RunE: func(_ *cobra.Command, args []string) error {
			target, _, err := root.Find(args)
			if err != nil {
				return usageError{fmt.Errorf("没有命令“%s”", strings.Join(args, " "))}
			}
			return target.Help()
		},
	})
	for _, c := range append(root.Commands(), root) {
		c.InitDefaultHelpFlag()
		c.Flags().Lookup("help").Usage = "查看用法"
		c.DisableFlagsInUseLine = true
	}
}

// flagMessage says in Chinese what is wrong with a flag.
func flagMessage(err error) error {
	var notExist *pflag.NotExistError
	if errors.As(err, &notExist) {
		return fmt.Errorf("没有选项“%s”", notExist.GetSpecifiedName())
	}
	var noValue *pflag.ValueRequiredError
	if errors.As(err, &noValue) {
		return fmt.Errorf("选项“%s”缺少值", noValue.GetSpecifiedName())
	}
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) {
		return fmt.Errorf("选项“--%s”的值“%s”无效", invalid.GetFlag().Name, invalid.GetValue())
	}
	return fmt.Errorf("选项有误：%w", err)
}
