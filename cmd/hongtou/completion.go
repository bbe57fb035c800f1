package main

import (
	"io"

	"github.com/spf13/cobra"
)

// shells are the shells that have a script, in the order of the help text.
const shells = "bash、zsh、fish、powershell"

const completionHelp = `写出命令行的自动补全脚本：按 Tab 键补全命令、选项、文种、格式、受文单位和案卷。

Windows 的 PowerShell：运行 notepad $PROFILE，加上两行，保存后重新打开 PowerShell
  [Console]::OutputEncoding = [Text.Encoding]::UTF8
  hongtou completion powershell | Out-String | Invoke-Expression

Linux 的 bash（先装 bash-completion）
  hongtou completion bash > ~/.local/share/bash-completion/completions/hongtou

macOS 的 zsh：~/.zshrc 中加上两行
  autoload -U compinit && compinit
  source <(hongtou completion zsh)

fish
  hongtou completion fish > ~/.config/fish/completions/hongtou.fish

Windows 的 cmd 没有这种补全。`

// noneOfAll are the flags of all verbs, none of which a script needs.
const noneOfAll = "content out as-of templates fonts kind format unit jobs verbose json"

func completionCommand() *cobra.Command {
	return &cobra.Command{
		Use:         "completion 命令行名称",
		Short:       "写出自动补全脚本（" + shells + "）",
		Long:        completionHelp,
		Annotations: map[string]string{withoutFlags: noneOfAll},
		ValidArgsFunction: cobra.FixedCompletions([]string{"bash", "zsh", "fish", "powershell"},
			cobra.ShellCompDirectiveNoFileComp),
		Args: func(c *cobra.Command, args []string) error {
			if err := refuse(c, noneOfAll); err != nil {
				return err
			}
			return oneArg("命令行的名称："+shells)(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error { return script(c.Root(), args[0], c.OutOrStdout()) },
	}
}

// script writes what makes a shell ask the program for what may follow.
func script(root *cobra.Command, name string, w io.Writer) error {
	switch name {
	case "bash":
		return root.GenBashCompletionV2(w, true)
	case "zsh":
		return root.GenZshCompletion(w)
	case "fish":
		return root.GenFishCompletion(w, true)
	case "powershell", "pwsh":
		return root.GenPowerShellCompletionWithDesc(w)
	}
	return misused("可用："+shells, "没有“%s”的补全脚本", name)
}
