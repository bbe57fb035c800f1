package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"hongtou/internal/build"
)

// edition tells one program from another.
type edition struct {
	Version  string `json:"version"`
	Revision string `json:"revision,omitempty"` // of the source; absent when built outside version control
	Date     string `json:"date,omitempty"`     // of the revision
	Modified bool   `json:"modified"`           // the source differed from the revision
	Go       string `json:"go"`
	Platform string `json:"platform"` // windows/amd64
}

func thisEdition() edition {
	e := edition{Version: build.Version, Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH}
	if info, ok := debug.ReadBuildInfo(); ok {
		e.stamp(info.Settings)
	}
	return e
}

// stamp takes what the go command wrote into the program about its source.
func (e *edition) stamp(settings []debug.BuildSetting) {
	for _, s := range settings {
		switch s.Key {
		case "vcs.revision":
			e.Revision = s.Value
		case "vcs.time":
			e.Date = s.Value
		case "vcs.modified":
			e.Modified = s.Value == "true"
		}
	}
}

// String is for people; the first line is the version alone.
func (e edition) String() string {
	source := "不明（不是从版本库生成的）"
	if e.Revision != "" {
		source = e.Revision[:min(12, len(e.Revision))]
		if e.Date != "" {
			source += "（" + e.Date + "）"
		}
		if e.Modified {
			source += "，另有未提交的改动"
		}
	}
	return fmt.Sprintf("hongtou %s\n源代码：%s\nGo：%s\n平台：%s\n", e.Version, source, e.Go, e.Platform)
}

func versionCommand(s *shell) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "查看版本",
		Args:  noArgs,
		RunE: func(*cobra.Command, []string) error {
			if s.json {
				return writeJSON(s.out, thisEdition())
			}
			_, err := fmt.Fprint(s.out, thisEdition())
			return err
		},
	}
}
