package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flagMessage says in Chinese what is wrong with a flag.
func flagMessage(c *cobra.Command, err error) error {
	hint := "运行 " + c.CommandPath() + " --help 查看可用的选项"
	var notExist *pflag.NotExistError
	if errors.As(err, &notExist) {
		return misused(hint, "没有选项“%s”", specified(notExist.GetSpecifiedName(), notExist.GetSpecifiedShortnames()))
	}
	var noValue *pflag.ValueRequiredError
	if errors.As(err, &noValue) {
		return misused(hint, "选项“%s”缺少值", specified(noValue.GetSpecifiedName(), noValue.GetSpecifiedShortnames()))
	}
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) {
		return misused(hint, "选项“--%s”的值“%s”无效", invalid.GetFlag().Name, invalid.GetValue())
	}
	return misused(hint, "选项有误：%v", err)
}

// specified gives a flag as it was written; a letter of -abc stands alone.
func specified(name, letters string) string {
	if letters != "" {
		return "-" + name
	}
	return "--" + name
}

// noArgs refuses arguments: of the program they are unknown commands.
func noArgs(c *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return nil
	case c.HasSubCommands():
		return noCommand(c, args[0])
	}
	return misused("运行 "+c.CommandPath()+" --help 查看用法", "命令“%s”不带参数，却写了“%s”", c.Name(), args[0])
}

func noCommand(c *cobra.Command, word string) error {
	if near := c.SuggestionsFor(word); len(near) > 0 {
		return misused(fmt.Sprintf("是否为“%s”？", strings.TrimSpace(c.CommandPath()+" "+near[0])), "没有命令“%s”", word)
	}
	return misused("", "没有命令“%s”", word)
}
