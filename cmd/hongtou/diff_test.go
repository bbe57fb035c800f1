package main

import (
	"testing"

	"hongtou/internal/build"
)

func TestPaint(t *testing.T) {
	runs := []build.MarkedRun{{Kind: "equal", Text: "甲"}, {Kind: "deleted", Text: "乙"}, {Kind: "inserted", Text: "丙"}}
	if got := paint(runs, false); got != "甲[-乙-]{+丙+}" {
		t.Errorf("plain: %q", got)
	}
	if got := paint(runs, true); got != "甲\x1b[31;9m乙\x1b[0m\x1b[32;4m丙\x1b[0m" {
		t.Errorf("in colour: %q", got)
	}
}
