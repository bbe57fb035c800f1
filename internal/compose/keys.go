package compose

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
		{"text", "文字，或每段一项的列表；单元格可以只写文字。单独写出的段落值有几段就是几段"},
		{"colspan", "跨几列；all为全部列"},
		{"rowspan", "跨几行；被跨的行不再写这一格"},
		{"head", "true：表头格"},
		{"scope", "col、row之一，供读屏软件使用"},
		{"align", "left、centre、right之一，不写则随列"},
		{"blank", "signature、seal、opinion、date、tick之一：留给人填写，不能有文字"},
		{"anchor", "这一格的名称，供链接"},
		{"link", "链接到哪个anchor"},
	}
)

func names(keys []struct{ name, meaning string }) []string {
	var out []string
	for _, k := range keys {
		out = append(out, k.name)
	}
	return out
}
