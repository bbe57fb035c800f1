package compose

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"hongtou/internal/diag"
)

// private tells the characters of the private use areas.
func private(r rune) bool { return r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000 }

// recursion finds a template that reaches itself; "" when none does.
func recursion(calls map[string][]string, names []string) string {
	const unseen, open, done = 0, 1, 2
	state := map[string]int{}
	var visit func(string) string
	visit = func(name string) string {
		switch state[name] {
		case open:
			return name
		case done:
			return ""
		}
		state[name] = open
		for _, to := range calls[name] {
			if loop := visit(to); loop != "" {
				return loop
			}
		}
		state[name] = done
		return ""
	}
	for _, n := range names {
		if loop := visit(n); loop != "" {
			return loop
		}
	}
	return ""
}

func scanPrivate(name, text string) diag.List {
	var list diag.List
	line := 0
	for s := range strings.Lines(text) {
		line++
		for i, r := range []rune(s) {
			if private(r) {
				list.Add(diag.Diagnostic{
					Code: "template-private", Message: fmt.Sprintf("模板中有私用区字符U+%04X", r), Hint: "删除该字符",
					At: diag.Position{File: name, Line: line, Column: i + 1}, Length: 1,
				})
			}
		}
	}
	return list
}

func checkCalls(calls map[string][]string, ts Templates) diag.List {
	var list diag.List
	names := slices.Sorted(maps.Keys(calls))
	for _, n := range names {
		for _, to := range calls[n] {
			if ts.set.Lookup(to) == nil {
				list.Add(callProblem(ts, n, "template-missing", "模板“"+to+"”不存在"))
			}
		}
	}
	if loop := recursion(calls, names); loop != "" {
		list.Add(callProblem(ts, loop, "template-recursion", "模板“"+loop+"”直接或间接调用自己"))
	}
	return list
}

func callProblem(ts Templates, in, code, message string) diag.Diagnostic {
	at := diag.Position{File: in}
	if t := ts.set.Lookup(in); t != nil {
		at = diag.Position{File: t.Tree.ParseName, Line: 1, Column: 1}
	}
	return diag.Diagnostic{Code: code, Message: message, At: at, Hint: "请改正{{template}}中的名称"}
}
