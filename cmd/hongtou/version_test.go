package main

import (
	"runtime/debug"
	"strings"
	"testing"
)

func TestEdition(t *testing.T) {
	for want, settings := range map[string][]debug.BuildSetting{
		"源代码：不明": nil,
		"源代码：0123456789ab（2020-08-01T00:00:00Z）\n": {{Key: "vcs.revision", Value: "0123456789abcdef"}, {Key: "vcs.time", Value: "2020-08-01T00:00:00Z"}},
		"源代码：0123，另有未提交的改动\n":                      {{Key: "vcs.revision", Value: "0123"}, {Key: "vcs.modified", Value: "true"}},
	} {
		e := edition{Version: "1.2.3", Go: "go1", Platform: "plan9/386"}
		e.stamp(settings)
		got := e.String()
		if !strings.HasPrefix(got, "hongtou 1.2.3\n") || !strings.Contains(got, want) || !strings.HasSuffix(got, "Go：go1\n平台：plan9/386\n") {
			t.Errorf("%q does not say %q", got, want)
		}
	}
}
