package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// speakChinese puts Chinese where cobra would speak English.
func speakChinese(root *cobra.Command) {
	root.SetUsageFunc(func(c *cobra.Command) error {
		_, err := fmt.Fprint(c.OutOrStdout(), usage(c))
		return err
	})
	root.SetHelpFunc(func(c *cobra.Command, _ []string) {
		fmt.Fprintf(c.OutOrStdout(), "%s\n\n%s", about(c), usage(c))
	})
	root.SetFlagErrorFunc(flagMessage)
	root.SetHelpCommand(helpCommand(root))
	describeHelp(root)
}

func helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [命令]",
		Short: "查看命令的用法",
		RunE: func(_ *cobra.Command, args []string) error {
			target, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return noCommand(root, strings.Join(args, " "))
			}
			return target.Help()
		},
	}
}

func describeHelp(c *cobra.Command) {
	c.InitDefaultHelpFlag()
	c.Flags().Lookup("help").Usage = "查看用法"
	for _, sub := range c.Commands() {
		describeHelp(sub)
	}
}

func about(c *cobra.Command) string {
	if c.Long != "" {
		return c.Long
	}
	return c.Short
}

// usage writes how a command is called: form, examples, subcommands, flags.
func usage(c *cobra.Command) string {
	var b strings.Builder
	b.WriteString("用法：\n")
	words := strings.TrimPrefix(c.Use, c.Name())
	if words != "" || !c.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "  %s [选项]\n", c.CommandPath()+words)
	}
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "  %s 命令 [选项]\n", c.CommandPath())
	}
	if c.Example != "" {
		fmt.Fprintf(&b, "\n示例：\n%s\n", c.Example)
	}
	var rows [][2]string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			rows = append(rows, [2]string{sub.Name(), sub.Short})
		}
	}
	section(&b, "命令", rows)
	section(&b, "选项", flagRows(c.LocalFlags()))
	section(&b, "通用选项", flagRows(ofUse(c)))
	return b.String()
}

// section writes two columns below a heading; nothing when there are no rows.
func section(b *strings.Builder, heading string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	widest := 0
	for _, r := range rows {
		widest = max(widest, columns(r[0]))
	}
	fmt.Fprintf(b, "\n%s：\n", heading)
	for _, r := range rows {
		fmt.Fprintf(b, "  %s%s  %s\n", r[0], strings.Repeat(" ", widest-columns(r[0])), r[1])
	}
}

// withoutFlags is the annotation of a command that names, with blanks between,
// the flags of its parents that it refuses.
const withoutFlags = "without-flags"

// ofUse are the flags of the parents that a command takes.
func ofUse(c *cobra.Command) *pflag.FlagSet {
	out := pflag.NewFlagSet(c.Name(), pflag.ContinueOnError)
	refused := strings.Fields(c.Annotations[withoutFlags])
	c.InheritedFlags().VisitAll(func(f *pflag.Flag) {
		if !slices.Contains(refused, f.Name) {
			out.AddFlag(f)
		}
	})
	return out
}

func flagRows(flags *pflag.FlagSet) [][2]string {
	var rows [][2]string
	flags.VisitAll(func(f *pflag.Flag) {
		value, text := pflag.UnquoteUsage(f)
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + "、" + name
		}
		if f.Value.Type() != "bool" {
			name += " " + value
		}
		rows = append(rows, [2]string{name, text})
	})
	return rows
}

// columns is the width of a text on a terminal, where Han characters take two.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r > 0x2E7F {
			n++
		}
	}
	return n
}
