package compose

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"hongtou/internal/docset"
)

const referencePath = "../../docs/templates.md"

// TestTemplateReference keeps docs/templates.md equal to the view types and
// tables of this package; -update rewrites it.
func TestTemplateReference(t *testing.T) {
	r := &reference{t: t}
	got := r.page()
	if *update {
		if err := os.WriteFile(referencePath, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(referencePath)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("docs/templates.md is out of date; run go test ./internal/compose -update\n%s", firstDifference(string(want), got))
	}
}

// viewNames are the Chinese names of the view types.
var viewNames = map[string]string{
	"noticeView": "印发通知", "letterView": "通知", "planView": "方案", "attachmentView": "附件说明",
	"annexView": "整改措施清单", "headView": "表头", "partView": "部分", "itemView": "整改项", "aspectView": "方面",
	"fieldView": "字段", "cellView": "字段格", "rowView": "措施行", "amendmentView": "修改通知",
	"consolidatedView": "整理本", "comparisonView": "修改前后对照表", "changeView": "修改行", "sourceView": "所据通知",
	"stepView": "修改记录", "goneView": "删去记录",
	"taskBookView": "任务书", "sectionNumbers": "部分序号", "bookHeadView": "任务书文头", "personView": "责任人员", "overviewView": "一览行",
	"taskView": "任务", "taskFieldView": "任务字段", "taskRowView": "任务措施行", "hintView": "提示", "splitView": "分方面的项", "contentsView": "目录条目", "stateView": "状态", "handoverView": "交办函", "headMarksView": "份号密级和紧急程度", "imprintView": "版记",
	"revisionView": "本次修改", "moveView": "任务变动", "roleView": "职责", "reportingView": "报送要求", "quoteView": "照录条款",
	"formsView": "销号验收表", "formTaskView": "目录行", "formView": "一项任务的表", "formFieldView": "表中字段", "basisView": "依据", "checkView": "核实行",
	"clausesView": "现行条款", "volumeView": "任务书汇编",
	"reissueView": "换发清单", "openView": "待定任务", "wordsView": "原文写法", "renewedView": "换发行", "affectedView": "涉及任务",
	"documentsView": "一种文书", "editionView": "一个版本的文书", "keptView": "有效行",
	"ledgerView": "整改台账", "ledgerHeads": "台账标签", "ledgerRow": "台账行", "personLine": "台账人员", "taskLineView": "任务一览行",
	"ledgerHolder": "汇总单位", "monthView": "汇总月份", "besideView": "另有单位", "registerView": "发放登记表", "handingView": "发放行", "documentRef": "计数文书",
	"int": "数", "Text": "文字", "Title": "标题", "Paragraphs": "段落", "Picture": "图片", "bool": "是否", "string": "名称",
}

type reference struct {
	strings.Builder
	t     *testing.T
	queue []reflect.Type
	seen  map[reflect.Type]bool
}

func (r *reference) line(format string, args ...any) { fmt.Fprintf(r, format+"\n", args...) }

func (r *reference) page() string {
	r.WriteString(introduction)
	r.section("函数", "函数", functions[:])
	r.section("属性行", "属性行", attributes[:])
	r.elements()
	r.kinds()
	r.line("\n## 界限\n")
	r.line("一个模板文件不超过%d MB，一个文件夹不超过%d个模板；一次输出不超过%d MB、%d行、%d步；一个代码块不超过%d MB；资料多的，每个资料值另加%d字节、%d行、%d步、代码块%d字节。模板不能直接或间接调用自己。", maxTemplate>>20, maxTemplates, maxOutput>>20, maxLines, maxSteps, maxElement>>20, outputPerValue, linesPerValue, stepsPerValue, elementPerValue)
	r.WriteString(mistakes)
	return r.String()
}

type entry = struct{ name, meaning string }

func (r *reference) section(title, first string, entries []entry) {
	r.line("\n## %s\n", title)
	r.table(first, entries)
}

func (r *reference) table(first string, entries []entry) {
	r.line("| %s | 说明 |\n|---|---|", first)
	for _, e := range entries {
		r.line("| `%s` | %s |", e.name, strings.ReplaceAll(e.meaning, "|", `\|`))
	}
}

func (r *reference) elements() {
	var list []entry
	for _, s := range elements() {
		list = append(list, entry{s.name, s.meaning})
	}
	r.section("代码块", "代码块", list)
	r.line("\n表格`table`的键（工作簿的`sheet`同）：\n")
	r.table("键", gridKeys[:])
	r.line("\n一行：\n")
	r.table("键", rowKeys[:])
	r.line("\n一个单元格：\n")
	r.table("键", cellKeys[:])
	r.line("\n工作簿模板中只有代码块`sheet`：\n")
	r.table("键", sheetKeys[:])
	for _, t := range []struct {
		title string
		keys  []entry
	}{
		{"`input`", inputKeys[:]}, {"`highlights`的每一项", highlightKeys[:]}, {"公式`tally`", tallyKeys[:]}, {"`tally`的一个条件：`column`，和其余之一（`from`与`to`算一个）", conditionKeys[:]},
		{"公式`overdue`", overdueKeys[:]}, {"公式`share`", shareKeys[:]},
	} {
		r.line("\n%s：\n", t.title)
		r.table("键", t.keys)
	}
}

func (r *reference) kinds() {
	r.seen = map[reflect.Type]bool{}
	r.line("\n## 各文种的资料\n")
	r.line("| 文种 | 模板 | 资料 |\n|---|---|---|")
	f := &fixture{say: plainly}
	d := f.dossier()
	d.Handout.Letter.Organ = f.text("甲市办公室") // without it no letter is planned
	for _, k := range docset.Kinds() {
		recipe, ok := recipeOf(k.Kind)
		if !ok { // an archive is packed, not composed
			continue
		}
		typ := reflect.TypeOf(recipe.view(nil, planned(d, k.Kind)).data)
		for _, name := range []string{recipe.document, recipe.workbook} {
			if name != "" {
				r.line("| %s | `%s` | %s |", k.Title, name, r.name(typ))
			}
		}
	}
	r.queued()
	r.line("\n### 文字、标题、段落\n")
	r.line("除了用put写出，还可以问每个值的来历：\n\n| 字段 | 类型 | 内容 |\n|---|---|---|")
	r.line("| `.History` | %s | 通知对它做过什么，先后为序；照印发原文时为空 |", r.name(reflect.TypeFor[[]stepView]()))
	r.line("| `.Gone` | %s | 紧接其后删去而不留序号的内容；没有时为空 |", r.name(reflect.TypeFor[[]goneView]()))
	r.queued()
}

func (r *reference) queued() {
	for len(r.queue) > 0 {
		typ := r.queue[0]
		r.queue = r.queue[1:]
		r.view(typ)
	}
}

func (r *reference) view(typ reflect.Type) {
	r.line("\n### %s\n\n| 字段 | 类型 | 内容 |\n|---|---|---|", r.name(typ))
	for i := range typ.NumField() {
		f := typ.Field(i)
		if !f.IsExported() {
			continue
		}
		meaning := f.Tag.Get("doc")
		if meaning == "" {
			r.t.Errorf("%s.%s has no doc tag", typ.Name(), f.Name)
		}
		r.line("| `.%s` | %s | %s |", f.Name, r.name(f.Type), meaning)
	}
}

// name gives the Chinese name of a type and asks for its table.
func (r *reference) name(typ reflect.Type) string {
	switch typ.Kind() {
	case reflect.Slice:
		return r.name(typ.Elem()) + "的列表"
	case reflect.Pointer:
		typ = typ.Elem()
	case reflect.Struct:
		if !r.seen[typ] {
			r.seen[typ] = true
			r.queue = append(r.queue, typ)
		}
	}
	name := viewNames[typ.Name()]
	if name == "" {
		r.t.Errorf("type %s has no Chinese name", typ)
	}
	return name
}

const introduction = `# 模板

本页由程序的类型生成（` + "`go test ./internal/compose -update`" + `），不要手改。

模板只写公文的固定骨架，不算数、不断句、不判断法律效力；资料（标题、段落、各字段）由程序按原样放进去。语法是Go的[text/template](https://pkg.go.dev/text/template)，输出是公文Markdown。

## 换用自己的模板

把要改的文件按同样的路径放在一个文件夹里，其余仍用内置模板，用` + "`--templates 文件夹`" + `指定：

` + "```" + `
我的模板/
  annex/document.md.tmpl     替换整改措施清单的模板
  shared/item.md.tmpl        替换公用的整改项片段
  shared/新片段.tmpl          公用片段可以新增
` + "```" + `

路径写错的文件会报错，不会悄悄不用。模板之间用` + "`{{template \"shared/item.md.tmpl\" .}}`" + `调用。

## 写法

- **写出资料一律用put**：` + "`{{put .Title}}`" + `。直接写` + "`{{.Title}}`" + `会报错。值在解析骨架之后才放进去，所以值里有` + "`#`" + `、` + "`|`" + `、` + "`{{`" + `、“一、”也照原样印出。
- **可能没有的资料先判断**：` + "`{{with .DocNumber}}{{put .}}{{end}}`" + `。
- **段落之间空一行**。类型为“段落”的资料须单独成段，有几段就是几段，标题层次和字体已经定好；“文字”和“标题”可与其他文字同在一行。
- **标题**写` + "`# `" + `，骨架中的` + "`|`" + `是换行处。骨架里的段落按段首的“一、”“（一）”“1.”“（1）”定层次。
- **不是段落的公文要素**写成代码块（YAML）或属性行，见下。
- **必须印全**：某一文种应有的字段，模板没有写出就报错（unused-field），并指出是哪一个字段。
`

const mistakes = `
## 常见错误

| 代码 | 意思 | 例子 |
|---|---|---|
| template-syntax | 模板语法错 | ` + "`{{if .Title}}`没有`{{end}}`" + ` |
| template-run | 字段不存在、超出界限 | ` + "`{{put .Gaol}}`" + ` |
| template-function | 用了不允许的函数 | ` + "`{{printf \"%s\" .X}}`" + ` |
| template-missing、template-recursion、template-duplicate | 调用的模板不存在、调用自己、定义两次 | |
| template-unknown | 没有文种使用这个文件 | ` + "`notce/document.md.tmpl`" + ` |
| put-missing | 写出资料没有用put | ` + "`{{.Title}}`" + ` |
| put-value、put-absent | put的不是资料值、资料中没有 | ` + "`{{put .Parts}}`" + ` |
| put-paragraphs | 段落与其他文字同在一行 | ` + "`正文：{{put .Body}}`" + ` |
| lost-value | 写出的值没有出现在成文中 | put写在YAML注释里 |
| unused-field | 应印的字段没有写出 | |
| soft-break | 两段之间没有空行 | |
| element-unknown、element-yaml、element-key、element-type | 代码块的名称、YAML、键、类型不对 | ` + "`organ:`应为`organs:`" + ` |
| table-grid | 一行的单元格与列数不合 | |
| element-missing | 代码块中缺少不能省略的键 | |
| blank-filled、cell-content | 留白的格子有文字、一格有两种内容 | ` + "`{date: 2020-12-31, sum: true}`" + ` |
| cell-workbook | 日期、数、公式用在文书或表头中 | |
| choices-tick、word-twice | choices没有blank: tick、列表中的词重复 | |
| tally-sheet、formula-column、tally-condition | 公式所指的工作表或列不存在、一个条件写了两种 | |
| input-twice、overdue-input | 工作簿有两个input、用了overdue而没有input | |
| contents-nowhere | 目录指向不存在的标题 | |
| attribute-unknown、label-colon | 属性行不认识、标签之后没有冒号 | |
`
