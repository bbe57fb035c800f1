package diag

import "fmt"

var (
	englishSeverity = [...]string{Error: "error", Warning: "warning", Advice: "advice"}
	chineseSeverity = [...]string{Error: "错误", Warning: "警告", Advice: "建议"}
)

// String gives the word scripts match: error, warning, advice.
func (s Severity) String() string { return englishSeverity[s] }

// Chinese gives the word people read: 错误, 警告, 建议.
func (s Severity) Chinese() string { return chineseSeverity[s] }

// Summary counts the problems in one sentence.
func (l List) Summary() string {
	if len(l) == 0 {
		return "未发现问题"
	}
	return fmt.Sprintf("共 %d 个错误、%d 个警告、%d 条建议", l.Count(Error), l.Count(Warning), l.Count(Advice))
}
