package build

import (
	"slices"
	"strings"
	"testing"

	"hongtou/internal/diag"
)

func TestTogether(t *testing.T) {
	at := diag.Position{File: "plan.md", Line: 1, Column: 3}
	list := diag.List{
		{Severity: diag.Warning, Code: "title-shape", At: at, Message: "甲"},
		{Severity: diag.Warning, Code: "title-shape", At: at, Message: "乙"},
		{Severity: diag.Warning, Code: "other", At: at, Message: "丙"},
		{Severity: diag.Warning, Code: "title-shape", At: at, Message: "丁"},
		{Severity: diag.Error, Code: "overflow", At: at, Message: "戊"},
		{Severity: diag.Error, Code: "overflow", At: at, Message: "己"},
		{Severity: diag.Warning, Code: "font", Message: "庚"},
		{Severity: diag.Warning, Code: "font", Message: "辛"},
	}
	var got []string
	for _, d := range together(list) {
		got = append(got, d.Message)
	}
	want := []string{"甲（此处同类问题另有 2 个）", "丙", "戊", "己", "庚", "辛"}
	if !slices.Equal(got, want) {
		t.Errorf("got %s", strings.Join(got, " "))
	}
	if list[0].Message != "甲" {
		t.Error("the list itself was changed")
	}
}
