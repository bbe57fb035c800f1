package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"hongtou/internal/build"
)

// argumentFiles are the commands whose arguments are files, and how those end;
// a command that is not here takes words, and is offered no files.
var argumentFiles = map[string][]string{
	"inspect": {"pdf"},
	"import":  {"txt", "md", "docx", "html", "htm", "xlsx", "csv"},
}

// completable tells the shell what may follow: the words of flags and the files
// of arguments. It adds the command that writes the shell's script.
func (s *shell) completable(root *cobra.Command) {
	root.AddCommand(completionCommand())
	root.CompletionOptions.SetDefaultShellCompDirective(cobra.ShellCompDirectiveNoFileComp)
	for _, c := range root.Commands() {
		switch ends := argumentFiles[c.Name()]; {
		case ends != nil:
			c.ValidArgsFunction = cobra.FixedCompletions(ends, cobra.ShellCompDirectiveFilterFileExt)
		case c.Name() == "merge":
			c.ValidArgsFunction = cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs)
		}
	}
	for name, words := range map[string]func() []string{
		"kind": build.Kinds, "format": build.Formats, "unit": s.recipients, "dossier": s.dossiers,
	} {
		offer(root, name, words)
	}
	for _, name := range []string{"content", "out", "templates", "fonts"} {
		_ = root.MarkPersistentFlagDirname(name) // fails only for a flag that is not there
	}
	root.PersistentPreRunE = plainly(root.PersistentPreRunE)
}

// offer gives the words of a flag wherever it is declared.
func offer(c *cobra.Command, name string, words func() []string) {
	if c.LocalNonPersistentFlags().Lookup(name) != nil || c.PersistentFlags().Lookup(name) != nil {
		_ = c.RegisterFlagCompletionFunc(name, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return words(), cobra.ShellCompDirectiveNoFileComp
		}) // fails only for a flag that is not there
	}
	for _, sub := range c.Commands() {
		offer(sub, name, words)
	}
}

// recipients are the units of the register that receive documents, by name;
// none when the content cannot be read: a shell is no place for problems.
func (s *shell) recipients() []string {
	report, err := build.Check(s.options)
	if err != nil {
		return nil
	}
	var names []string
	seen := map[string]bool{}
	for _, d := range report.Assigned {
		for _, r := range d.Recipients {
			if !seen[r.Name] {
				names = append(names, r.Name+"\t"+r.ID)
			}
			seen[r.Name] = true
		}
	}
	return names
}

func (s *shell) dossiers() []string {
	report, err := build.Check(s.options)
	if err != nil {
		return nil
	}
	var ids []string
	for _, d := range report.Dossiers {
		ids = append(ids, d.ID)
	}
	return ids
}

// plainly takes the marks of placeholders out of the flags' descriptions when
// it is a shell that asks: it would show them.
func plainly(next func(*cobra.Command, []string) error) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) error {
		if c.Name() == cobra.ShellCompRequestCmd {
			unmark(c.Root())
		}
		return next(c, args)
	}
}

func unmark(c *cobra.Command) {
	plain := func(f *pflag.Flag) { f.Usage = strings.ReplaceAll(f.Usage, "`", "") }
	c.Flags().VisitAll(plain)
	c.PersistentFlags().VisitAll(plain)
	for _, sub := range c.Commands() {
		unmark(sub)
	}
}
