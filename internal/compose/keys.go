package compose

import "slices"

// The keys of tables, rows and cells; docs/templates.md prints the meanings.
var (
	tableKeys = []string{"caption", "columns", "head", "rows", "top"}
	gridKeys  = [...]struct{ name, meaning string }{
		{"columns", "列的列表，每列 `{width, align}`：文书中`width`是相对宽度，工作表中是半角字符数；`align`为left、centre、right之一"},
		{"head", "表头行的列表，每页重复"},
		{"rows", "表身行的列表"},
		{"top", "true：表身文字从格子上边排起，不居中"},
	}
	rowKeys = [...]struct{ name, meaning string }{
		{"cells", "单元格的列表；整行可以只写这个列表"},
		{"keep", "true：不在行内分页"},
		{"min_height", "最小行高，毫米"},
	}
	cellKeys = [...]struct{ name, meaning string }{
		{"text", "文字，或每段一项的列表；单元格可以只写文字。单独写出的段落值有几段就是几段；列表中的`{note: 文字}`是原文之外的加注，用楷体"},
		{"colspan", "跨几列；all为全部列"},
		{"rowspan", "跨几行；被跨的行不再写这一格"},
		{"head", "true：表头格"},
		{"scope", "col、row之一，供读屏软件使用"},
		{"align", "left、centre、right之一，不写则随列"},
		{"blank", "signature（签字）、seal（盖章）、opinion（意见）、date（日期）、tick（勾选）、text（几个字）、number（数字）之一：留给人填写，不能有文字"},
		{"choices", "供选择的词的列表，如`[合格, 不合格]`；只与`blank: tick`同用。工作簿中成为下拉列表"},
		{"anchor", "这一格的名称，供链接"},
		{"link", "链接到哪个anchor"},
		{"date", "真正的日期，如2020-12-31，可以用put写出；只用于工作簿"},
		{"count", "真正的数，如3；只用于工作簿"},
		{"tally", "公式：数一数某张表有几行合于条件，键见下；只用于工作簿"},
		{"overdue", "公式：过了期限而未办结的显示一个词，键见下；只用于工作簿"},
		{"share", "公式：本行两列相除，以百分数显示，键见下；只用于工作簿"},
		{"sum", "true，公式：本列以上各格之和；只用于工作簿"},
	}
	tallyKeys = [...]struct{ name, meaning string }{
		{"sheet", "被数的工作表的名称"},
		{"where", "条件的列表，都合才算；不写则数全部表身行"},
	}
	conditionKeys = [...]struct{ name, meaning string }{
		{"column", "被数的表的哪一列：表头的文字，如`状态`；表头有几层而最下一层不止一列同名的，写各层，以/隔开，如`负责/合计`。也可以写第几列，从0起"},
		{"equals", "该列是这个词，可以用put写出；一字不差才算，`*`、`?`没有特殊含义"},
		{"same_as", "该列与公式所在行的这一列相同，写法同`column`"},
		{"from", "该列是日期，不早于此日；与`to`同写"},
		{"to", "该列是日期，不晚于此日"},
		{"empty", "true：该列空着"},
	}
	overdueKeys = [...]struct{ name, meaning string }{
		{"deadline", "期限在本行哪一列，写法同`column`"},
		{"state", "状态在本行哪一列"},
		{"done", "算作办结的状态的列表"},
		{"word", "期限早于工作簿的`input`日期而状态不在`done`中时显示的词"},
	}
	shareKeys = [...]struct{ name, meaning string }{
		{"part", "被除数在本行哪一列，写法同`tally`的`column`"},
		{"whole", "除数在本行哪一列；为0则不显示"},
	}
	inputKeys = [...]struct{ name, meaning string }{
		{"label", "日期之前的文字，如“统计日期”"},
		{"date", "没有人改动时的日期，如2020-12-31"},
	}
	highlightKeys = [...]struct{ name, meaning string }{
		{"column", "看哪一列，写法同`tally`的`column`"},
		{"word", "该列是这个词的行整行着色，一字不差才算"},
		{"tone", "warning（浅红）、done（浅绿）之一"},
	}
)

// The same keys without their meanings.
var (
	rowNames       = names(rowKeys[:])
	cellNames      = names(cellKeys[:])
	tallyNames     = names(tallyKeys[:])
	conditionNames = names(conditionKeys[:])
	overdueNames   = names(overdueKeys[:])
	shareNames     = names(shareKeys[:])
	inputNames     = names(inputKeys[:])
	highlightNames = names(highlightKeys[:])
	sheetWords     = names(sheetKeys[:])
)

// textOnly are the keys of a cell that leave it no other content than text, by
// their places.
var textOnly = placesOf(cellNames, "text", "colspan", "rowspan", "head", "scope", "align", "anchor", "link")

// placesOf gives the bits of some names among all.
func placesOf(all []string, some ...string) uint64 {
	var bits uint64
	for i, n := range all {
		if slices.Contains(some, n) {
			bits |= 1 << i
		}
	}
	return bits
}

func names(keys []struct{ name, meaning string }) []string {
	var out []string
	for _, k := range keys {
		out = append(out, k.name)
	}
	return out
}
