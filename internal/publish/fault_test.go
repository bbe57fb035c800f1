//go:build unix

package publish

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

// The usual causes are told in Chinese, none in the system's words.
func TestCausesAreChinese(t *testing.T) {
	english := regexp.MustCompile(`[a-z]{2,} ?[a-z]*`)
	for code, want := range map[error]string{
		syscall.ENOENT: "不存在", syscall.EACCES: "权限不足", syscall.EPERM: "权限不足", syscall.EEXIST: "已经存在", syscall.ENOTEMPTY: "已经存在",
		syscall.ENOSPC: "磁盘空间不足", syscall.EDQUOT: "磁盘空间不足", syscall.EROFS: "只读", syscall.EBUSY: "打开", syscall.ETXTBSY: "打开",
		syscall.ENAMETOOLONG: "过长", syscall.ENOTDIR: "却是文件", syscall.EISDIR: "却是文件夹", syscall.ELOOP: "链接", syscall.EMFILE: "过多",
		syscall.EIO: "出错", syscall.ESTALE: "断开", syscall.EFBIG: "大小", syscall.ENOLCK: "不支持", syscall.ENOTSUP: "不支持", syscall.ENOSYS: "不支持",
	} {
		err := explain("甲/乙.pdf", fmt.Errorf("put: %w", &os.PathError{Op: "open", Path: "x", Err: code}))
		got := strings.NewReplacer("乙.pdf", "", "--out", "", "Excel", "").Replace(err.Error())
		if !strings.HasPrefix(got, "“甲/”") || !strings.Contains(got, want) || english.MatchString(got) {
			t.Errorf("%v: %q", code, err)
		}
		if !errors.Is(err, code) {
			t.Errorf("%v is lost", code)
		}
	}
}

func TestUnknownCauseKeepsTheSystemsWords(t *testing.T) {
	err := explain("甲", &fs.PathError{Op: "read", Path: "甲", Err: errors.New("something odd")})
	if got, want := err.Error(), "“甲”无法读写：系统提示：something odd"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Programs read results as JSON: a list without entries is [], not null.
func TestNoListIsNull(t *testing.T) {
	out := t.TempDir()
	failed, err := Publish("", nil, Manifest{})
	if err == nil {
		t.Error("no error for an empty name")
	}
	publish(t, out, tree{"a": "1"})
	report, err := Verify(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range []any{failed, publish(t, out, tree{"a": "1"}), publish(t, out, tree{}), report} {
		data, err := json.Marshal(v)
		if err != nil || strings.Contains(string(data), "null") {
			t.Errorf("%s, %v", data, err)
		}
	}
}
