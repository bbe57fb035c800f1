package transcribe_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"hongtou/internal/diag"
	"hongtou/internal/load"
	"hongtou/internal/recognise"
	"hongtou/internal/source"
	"hongtou/internal/transcribe"
)

var proposals = recognise.Draft{
	Units: []recognise.Name{
		{Name: "市乙局", Kind: "department", Basis: "第一项列为责任单位"},
		{Name: "市丙局", Kind: "department", Basis: "第二项列为责任单位"},
		{Name: "各乡镇政府", Kind: "group", Basis: "第二项列为责任单位"},
	},
	People: []recognise.Name{{Name: "李四", Units: []string{"市乙局"}, Basis: "第一项"}},
}

// TestRegisterGrows adds to registers as people write them: every one still
// loads, with the new entries behind the old ones and no ID twice.
func TestRegisterGrows(t *testing.T) {
	for name, known := range map[string]string{
		"ids taken":       "units:\n  - id: danwei-01\n    name: 市甲局\n    kind: department\n  - {id: danwei-03, name: 市丁局, kind: department}\ngroups:\n  - id: tongcheng-01\n    name: 各部门\n    open: true\n    basis: 甲\n",
		"empty lists":     "units: []\ngroups: [ ] # 没有\npeople: []\n",
		"nulls":           "units:\npeople: ~\n",
		"column 0":        "units:\n- id: a\n  name: 市甲局\n  kind: department\npeople:\n- name: 张三\n  units: [a]\n  basis: 名单\n",
		"deep":            "units:\n      -   id: a\n          name: 市甲局\n          kind: department\n\n# 说明\npeople:\n    - name: 张三\n      leader: true\n      basis: 名单\n",
		"comments":        "# 名册\nunits: # 单位\n  - id: a # 甲\n    name: 市甲局\n    kind: department\n  # 还有\n\n# 人员\npeople:\n  - name: 张三 # 局长\n    units: [a]\n    basis: 名单\n# 完",
		"windows":         "units:\r\n  - id: a\r\n    name: 市甲局\r\n    kind: department\r\npeople: []\r\n",
		"only groups":     "groups:\n  - id: g\n    name: 各部门\n    open: true\n    basis: 甲\n",
		"no end of line":  "units:\n  - id: a\n    name: 市甲局\n    kind: department",
		"only comments":   "# 名册\n",
		"quoted key":      "\"units\":\n  - id: a\n    name: 市甲局\n    kind: department\n",
		"marks":           "---\nunits:\n  - id: a\n    name: 市甲局\n    kind: department\n...\n",
		"in other order":  "people:\n  - name: 张三\n    leader: true\n    basis: 名单\nunits:\n  - id: a\n    name: 市甲局\n    kind: department\n",
		"known by alias":  "units:\n  - id: yi\n    name: 甲市乙局\n    aliases: [市乙局]\n    kind: department\n",
		"nothing at all":  "",
		"empty name here": "units:\n  - id: danwei-02\n    name: 市甲局\n    kind: department\n    aliases:\n      - 甲局\n",
	} {
		res := transcribe.Write(proposals, []byte(known))
		if len(res.Unheld) > 3 {
			t.Errorf("%s: refused: %v", name, res.Unheld)
			continue
		}
		grown(t, name, known, string(res.Units))
	}
}

func grown(t *testing.T, name, known, text string) {
	t.Helper()
	fsys := fstest.MapFS{"units.yaml": {Data: []byte(text)}, "a/dossier.yaml": {}}
	files, list := source.Read(fsys, "content", source.DefaultLimits)
	all, more := load.Load(files)
	for _, p := range append(list, more...) {
		if strings.HasSuffix(p.At.File, "units.yaml") && p.Severity == diag.Error {
			t.Errorf("%s: %d: %s\n%s", name, p.At.Line, p.Message, text)
		}
	}
	if len(all) == 0 || all[0].Register == nil {
		t.Errorf("%s: does not load:\n%s", name, text)
		return
	}
	reg, ids, names := all[0].Register, map[string]int{}, map[string]int{}
	for _, u := range reg.Units {
		ids[u.ID]++
		names[u.Name.Value]++
		for _, a := range u.Aliases {
			names[a.Value]++
		}
	}
	for _, g := range reg.Groups {
		ids[g.ID]++
		names[g.Name.Value]++
	}
	for id, n := range ids {
		if n > 1 {
			t.Errorf("%s: %s stands %d times\n%s", name, id, n, text)
		}
	}
	for _, want := range []string{"市乙局", "市丙局", "各乡镇政府"} {
		if names[want] != 1 {
			t.Errorf("%s: %s stands %d times\n%s", name, want, names[want], text)
		}
	}
	last := reg.People[len(reg.People)-1]
	if last.Name.Value != "李四" || len(last.Units) != 1 || ids[last.Units[0].Value] != 1 {
		t.Errorf("%s: person %+v\n%s", name, last, text)
	}
	for _, line := range strings.Split(known, "\n") {
		if s := strings.TrimSpace(line); s != "" && !strings.Contains(text, s) && !strings.Contains(s, "[") && !strings.Contains(s, "~") {
			t.Errorf("%s: %q is gone\n%s", name, s, text)
		}
	}
	if strings.Contains(known, "\r\n") && strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Errorf("%s: line ends mixed", name)
	}
}

// TestRegisterRefused leaves a register alone that cannot take entries, and
// tells them.
func TestRegisterRefused(t *testing.T) {
	for _, known := range []string{
		"units: [{id: a, name: 市甲局, kind: department}]\n", "{units: [], people: []}\n", "units: {a: b}\n", "units: [\n]\n",
		"units:\n  - id: a\n   name: x\n", "x: &a 1\nunits: []\n", "units: []\n---\nunits: []\n", "- 1\n",
		"# 甲\u2028\u2028\u2028\nunits: []\n", "units: []\r# 甲\r\r\n",
	} {
		res := transcribe.Write(proposals, []byte(known))
		if string(res.Units) != known {
			t.Errorf("%q became\n%s", known, res.Units)
		}
		told := ""
		for _, u := range res.Unheld {
			told += u.What + u.Why
		}
		if !strings.Contains(told, "市乙局") || !strings.Contains(told, "没有写入名册") {
			t.Errorf("%q: told %q", known, told)
		}
	}
}

// TestRegisterTwice writes nothing a second time.
func TestRegisterTwice(t *testing.T) {
	once := transcribe.Write(proposals, nil).Units
	if twice := transcribe.Write(proposals, once).Units; string(twice) != string(once) {
		t.Errorf("%s\nbecame\n%s", once, twice)
	}
}

// FuzzRegister adds to any register, or leaves it alone.
func FuzzRegister(f *testing.F) {
	for _, s := range []string{"", "units: []\n", "units:\n- id: a\n  name: 甲\n...\n", "units: [\n]\npeople:\n", "\"units\" : ~\r\n", "units:\n  -\n", "? units\n: - a\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, known []byte) {
		res := transcribe.Write(proposals, known)
		if string(res.Units) == string(known) {
			return
		}
		again := transcribe.Write(proposals, res.Units)
		if string(again.Units) != string(res.Units) {
			t.Errorf("%q became %q and then %q", known, res.Units, again.Units)
		}
	})
}
