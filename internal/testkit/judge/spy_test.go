package judge_test

import (
	"runtime"
	"testing"
)

// spy is a test that hears of failures instead of failing.
type spy struct {
	testing.TB
	failed bool
}

func (s *spy) Errorf(string, ...any) { s.failed = true }

func (s *spy) Fatalf(string, ...any) {
	s.failed = true
	runtime.Goexit()
}
