package main

import "testing"

// TestHarmless: content with errors is shown too, and must not steer the
// terminal.
func TestHarmless(t *testing.T) {
	if got := harmless("甲\x1b[31m乙\u202e丙\x9b\n丁"); got != "甲\ufffd[31m乙\ufffd丙\ufffd\n丁" {
		t.Errorf("%q", got)
	}
}
