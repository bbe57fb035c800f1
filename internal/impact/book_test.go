package impact

import (
	"maps"
	"strings"
	"testing"
)

// shared is the example with a book of 乙县 that holds the tasks of its
// government and of 市丁局, and with a known member of the open group.
func shared(t *testing.T) map[string]string {
	t.Helper()
	out := maps.Clone(example)
	units := out["units.yaml"]
	for _, r := range [][2]string{
		{"  - {id: yi, name: 乙县政府, kind: government}\n", "  - {id: yixian, name: 乙县, kind: county}\n  - {id: yi, name: 乙县政府, kind: government, book: yixian}\n"},
		{"kind: department}\n  - {id: wu", "kind: department, book: yixian}\n  - {id: wu"},
		{"name: 领导小组成员单位, open: true", "name: 领导小组成员单位, open: true, members: [bing, ding]"},
	} {
		if strings.Count(units, r[0]) != 1 {
			t.Fatalf("%q is not in the example once", r[0])
		}
		units = strings.Replace(units, r[0], r[1], 1)
	}
	out["units.yaml"] = units
	return out
}

// TestSharedBooks: affected and unaffected are books, in either edition; a
// body that hands a task to another body of its book changes that one book.
func TestSharedBooks(t *testing.T) {
	for _, c := range []struct{ name, notice, affected, unaffected, open string }{
		{
			name: "one body answers, the other supervises", notice: "一、第二项，污染严重。\n\n" + change("item=02.1 field=goal", "整改目标修改为：达标。"),
			affected: "yixian 02.1[rs]>[rs]", unaffected: "jia; bing",
		},
		{
			name: "from one body to the other", notice: "一、第二项，污染严重。\n\n" + change("item=02.1 field=supervisors", "督导单位修改为：乙县政府"),
			affected: "yixian 02.1[rs]>[rs]", unaffected: "jia; bing",
		},
		{
			name: "a body is renamed", notice: "一、单位。\n\n" + change("unit=ding verb=rename to=市丁委", "市丁局更名为市丁委。"),
			// 市丙局 supervises 02.2, which the renamed body answers for through a group
			affected: "jia 03[r]>[r]; yixian 02.1[rs]>[rs] 02.2[rs]>[rs] 03[rs]>[rs]; bing 02.2[rs]>[rs] 03[r]>[r]", open: "03 only=false ",
		},
		{
			name: "the holder is renamed", notice: "一、单位。\n\n" + change("unit=yixian verb=rename to=乙市", "乙县更名为乙市。"),
			affected: "yixian 02.1[rs]>[rs] 02.2[rs]>[rs] 03[rs]>[rs]", unaffected: "jia; bing",
		},
		{
			name: "a member of a group is merged into another", notice: "一、单位。\n\n" + change("unit=jia verb=merge into=bing", "甲县政府并入市丙局。"),
			// the book of 乙县 supervises 03, which 甲县政府 answered for; a measure of 02.2 names it
			affected: "yixian 03[rs]>[rs]; bing 01[s]>[rs] 02.2[rs]>[rs] 03[r]>[r]; jia 01[r]>[] 03[r]>[]",
		},
		{
			name: "known members of an open group", notice: "一、第二项，污染严重。\n\n" + change("item=02.2 field=goal", "整改目标修改为：满意。"),
			affected: "yixian 02.2[rs]>[rs]; bing 02.2[rs]>[rs]", unaffected: "jia", open: "02.2 only=false 甲县政府",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := editionsOf(t, shared(t), c.notice)
			got := Compare(all[0], all[1])
			var open []string
			for _, o := range got.Open {
				line := o.Aspect + " only=false "
				if o.Only {
					line = o.Aspect + " only=true "
				}
				open = append(open, line+unitNames(o.Candidates))
			}
			for _, same := range []struct{ what, got, want string }{
				{"affected", tasks(got.Affected), c.affected}, {"unaffected", tasks(got.Unaffected), c.unaffected}, {"open", strings.Join(open, "; "), c.open},
			} {
				if same.got != same.want {
					t.Errorf("%s:\n got %s\nwant %s", same.what, same.got, same.want)
				}
			}
		})
	}
}
