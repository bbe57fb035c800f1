package main

import (
	"github.com/spf13/cobra"

	"hongtou/internal/build"
)

func buildCommand(s *shell) *cobra.Command {
	var watching, uncached bool
	var shard string
	c := &cobra.Command{
		Use:   "build",
		Short: "检查并生成文件，写入 out/",
		Long: "检查案卷，有错误即停止且不动 out/；没有错误则生成文件。所依据的内容没有变的文件沿用，不重做；\n" +
			"不再需要的旧文件删除，他人文件不动。\n\n" +
			"--watch 一直运行，每次保存后重新生成，按 Ctrl-C 结束。\n" +
			"--shard 2/8 只生成八片中的第二片，各片可在不同机器上同时生成，再用 hongtou merge 合并。",
		Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if shard != "" {
				var err error
				if s.options.Shard, err = build.ParseShard(shard); err != nil {
					return err
				}
			}
			if !uncached {
				s.options.Cache = build.CacheFolder()
			}
			if watching {
				return s.watch(c.Context())
			}
			p := newProgress(s.err, s.json)
			report, err := build.Build(s.options, p)
			p.Close()
			if err != nil {
				return err
			}
			return s.finish(report.Problems, report, func() { printBuild(s.out, report, s.verbose) })
		},
	}
	c.Flags().BoolVar(&watching, "watch", false, "保存后自动重新生成，直到按 Ctrl-C")
	c.Flags().BoolVar(&s.options.Fast, "fast", false, "更快生成 PDF，文件略大；不写则文件较小")
	c.Flags().BoolVar(&uncached, "no-cache", false, "不用也不存本机缓存的字体片段和文件记录；成品相同，只是慢些")
	c.Flags().StringVar(&shard, "shard", "", "只生成其中一`片`，写作“2/8”，即共8片中的第2片")
	return c
}
