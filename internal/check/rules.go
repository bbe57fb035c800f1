package check

import (
	"hongtou/internal/diag"
	"hongtou/internal/privacy"
)

// Rule is one demand on the content. At most one of its functions is set.
type Rule struct {
	Code     string
	Severity diag.Severity
	Doc      string // Chinese: what is reported
	Example  string // Chinese: a text that is reported
	Fix      string // Chinese: what to do
	Off      bool   // off unless Options.Enable names it

	needs    part                            // files without which the rule is not applied
	text     func(printed) []diag.Diagnostic // for every printed text
	dossier  func(*scene) []diag.Diagnostic  // for every dossier
	register func(*office) []diag.Diagnostic // once for the register
}

// Rules gives the table of rules, for the documentation.
func Rules() []Rule {
	out := append([]Rule(nil), rules...)
	for i := range out {
		m := remedies[out[i].Code]
		out[i].Example, out[i].Fix = m.example, m.fix
	}
	return out
}

// An error is a contradiction or something no document may be made from; a
// warning is very likely a mistake but may be meant; advice is about style or
// about what stays as it is.
var rules = []Rule{
	{Code: "unknown-unit", Doc: "责任单位、督导单位等字段中的单位不在名册中", needs: partRegister, dossier: unknownUnits},
	{Code: "unknown-person", Doc: "责任领导、责任人员中的姓名不在名册中", needs: partRegister, dossier: unknownPeople},
	{Code: "repeated-name", Severity: diag.Warning, Doc: "同一字段两次写同一单位或人员", dossier: repeatedNames},
	{Code: "person-unit", Doc: "责任人员不属于本项的任何责任单位、督导单位（市领导除外）", dossier: strangers},
	{Code: "person-order", Doc: "责任人员的次序与责任单位不一致，名册推定的所属单位不成立", dossier: personOrder},
	{Code: "unit-without-person", Severity: diag.Warning, Doc: "责任人员都写姓名，而某个责任单位没有人", dossier: unitsWithoutPerson},
	{Code: "unreached-task", Severity: diag.Advice, Doc: "任务的责任单位只有没有列出成员的统称：不会给任何单位生成任务书", needs: partRegister, dossier: unreachedTasks},

	{Code: "duplicate-item", Doc: "整改项重复列出，或序号重复", dossier: duplicateItems},
	{Code: "item-order", Doc: "整改项的序号缺号、跳号或倒退", needs: partItems, dossier: itemOrder},
	{Code: "item-file", Doc: "整改项的文件名与印出的序号不一致", dossier: itemFiles},
	{Code: "incomplete-item", Doc: "整改项或其一个方面缺少字段", dossier: incompleteItems},

	{Code: "numbering", Doc: "同一层次的序号缺号、重复或倒退（7.3.3）", dossier: numbering},
	{Code: "numbering-parent", Doc: "序号之前没有上一层次", dossier: wrongParents},
	{Code: "numbering-skip", Severity: diag.Warning, Doc: "序号越过一个层次，如“一、”之下直接用“1.”", dossier: skippedLevels},
	{Code: "number-form", Doc: "段首序号写法不对，如“1、”“（一）、”“①”", text: numberForms},

	{Code: "deadline-no-such-day", Doc: "整改时限中的日期在日历上不存在", dossier: impossibleDeadlines},
	{Code: "deadline-unreadable", Severity: diag.Warning, Doc: "整改时限读不出时间，或没有年份", dossier: unreadableDeadlines},
	{Code: "deadline-past", Doc: "整改时限早于规定它的通知的成文日期", dossier: pastDeadlines},
	{Code: "deadline-ambiguous", Severity: diag.Advice, Doc: "整改时限是否包括当月不明确，如“6月前”", dossier: ambiguousDeadlines},

	{Code: "count", Doc: "正文所称的类数、项数、方面数与内容不符", needs: partElements | partItems, dossier: counts},
	{Code: "sum", Severity: diag.Advice, Doc: "一句之内各数相加与总数不符", text: sums},

	{Code: "half-width", Doc: "汉字旁用半角标点", text: halfWidth},
	{Code: "doc-number", Doc: "发文字号的写法不对（7.2.5）：括号、“第”、虚位、年份、空格", text: docNumbers},
	{Code: "bracket", Doc: "括号、引号、书名号不成对", dossier: brackets},
	{Code: "double-mark", Doc: "标点重复，如“。。”“，。”", text: doubledMarks},
	{Code: "ellipsis", Doc: "省略号不是“……”", text: ellipses},
	{Code: "dash", Doc: "破折号不是“——”", text: dashes},
	{Code: "range-hyphen", Severity: diag.Warning, Doc: "数值范围用连字符，如“2018-2020年”", text: rangeHyphens},
	{Code: "nested-mark", Severity: diag.Advice, Doc: "书名号、引号之内又用同样的书名号、引号", text: nestedMarks},
	{Code: "joined-mark", Severity: diag.Advice, Off: true, Doc: "并列的书名号、引号之间用顿号（GB/T 15834—2011一般不用）", text: joinedMarks},

	{Code: "odd-space", Doc: "正文中有全角空格、不换行空格等特殊空格", text: oddSpaces},
	{Code: "space", Severity: diag.Warning, Doc: "汉字旁有空格", text: spaces},
	{Code: "bullet", Doc: "段首有项目符号", text: bullets},
	{Code: "full-width-letter", Severity: diag.Warning, Doc: "全角数字、字母、百分号", text: fullWidthLetters},
	{Code: "compat-ideograph", Severity: diag.Warning, Doc: "部首或兼容汉字，如“⼀”（应为“一”）", text: compatIdeographs},
	{Code: codeUnfilled, Doc: "待填之处“【待填】”尚未填写", text: placeholders},
	{Code: "left-markup", Severity: diag.Advice, Doc: "正文中残留Markdown、HTML标记", text: leftMarkup},

	{Code: "title-stop", Doc: "标题末尾有标点", text: titleStops},
	{Code: "title-shape", Severity: diag.Advice, Doc: "标题末行只有一个字，或三行以上一样长（7.3.1）", text: titleShapes},
	{Code: "attachment-absent", Severity: diag.Warning, Doc: "附件说明列有案卷中没有的附件：成品中不会有", dossier: absentAttachments},
	{Code: "attachment", Doc: "附件说明与附件标题不一致、缺少或带标点（7.3.4）", needs: partElements | partPlan | partItems, dossier: attachments},
	{Code: "signature", Doc: "署名、发文机关标志与发文机关的名称、次序不一致", dossier: signatures},
	{Code: "number-without-masthead", Doc: "有发文字号或签发人而没有发文机关标志：它们排在标志之下（7.2.5、7.2.6）", dossier: numbersWithoutMasthead},
	{Code: "unknown-element", Severity: diag.Advice, Doc: "来源没有的公文要素（发文字号、版记等）：不予编造", needs: partElements, dossier: unknownElements},
	{Code: "issued-title", Doc: "印发通知标题中的方案标题与方案标题不一致", dossier: issuedTitle},
	{Code: "cited-title", Severity: diag.Warning, Doc: "通知中所引方案标题与方案标题有一两字不同", dossier: citedTitles},
	{Code: "cited-number", Doc: "通知中所引方案的发文字号与印发通知不一致", dossier: citedNumbers},

	{Code: "handout-clause", Doc: "任务书照录的方案段落（handout.reporting.clauses）不存在或重复", needs: partElements | partPlan | partChanges, dossier: unknownClauses},
	{Code: "handout-clause-deleted", Severity: diag.Warning, Doc: "任务书照录的方案段落已由修改通知删去，任务书不再照录", needs: partElements | partPlan | partChanges, dossier: deletedClauses},

	{Code: privacy.Code, Severity: diag.Warning, Doc: "网站版要公开的文字中有个人信息（公民身份号码、手机号码、银行卡号）；生成网站版时是错误", register: privateData},
	{Code: "web-published", Doc: "发布日期早于成文日期", dossier: publishedEarly},
	{Code: "web-late", Severity: diag.Advice, Doc: "发布日期比成文日期晚20个工作日以上（写了site.yaml才检查）", dossier: publishedLate},
	{Code: "web-time", Severity: diag.Advice, Doc: "发布日期没有写时间（写了site.yaml才检查）：不予编造", dossier: publishedUntimed},
	{Code: "web-index", Severity: diag.Advice, Doc: "索引号的写法少见", dossier: indexForms},
	{Code: "web-index-twice", Severity: diag.Warning, Doc: "两件公文的索引号相同", register: indexTwice},
	{Code: "site-path", Severity: diag.Warning, Doc: "案卷文件夹名不能作网址（如有汉字），或与网站自己的文件、另一个案卷重名；生成网站版时是错误", register: siteFolders},
	{Code: "dossier-name", Severity: diag.Warning, Doc: "两个案卷同名，网站上分不清", needs: partElements | partPlan, register: sameNames},
	{Code: "site-domain", Severity: diag.Warning, Doc: "网址的域名不是网站域名", register: siteDomain},
	{Code: "site-unknown", Severity: diag.Advice, Doc: "政府网站的网页必有而site.yaml、web没有写的值（写了site.yaml才检查）：不予编造", needs: partElements | partAmendments, register: siteUnknown},

	{Code: "change-target", Doc: "修改指令的对象不存在，或没有写明", needs: changedParts, dossier: refused("change-target")},
	{Code: "change-expect", Doc: "修改指令所依据的文字（expect）与现文不符", needs: changedParts, dossier: refused("change-expect")},
	{Code: "change-find", Doc: "修改指令所引的文字（find）不在现文中，或不止一处", needs: changedParts, dossier: refused("change-find")},
	{Code: "change-order", Doc: "修改指令所依据的是另一份通知之前或之后的文字，两份通知先后有误", needs: changedParts, dossier: refused("change-order")},
	{Code: "change-twice", Doc: "修改已经执行过，或同一通知两次修改同一对象", needs: changedParts, dossier: refused("change-twice")},
	{Code: "change-number", Doc: "修改后的序号与原序号不符、重复，或与编号不符", needs: changedParts, dossier: refused("change-number")},
	{Code: "change-limit", Doc: "修改多得不合常理，不予执行", needs: changedParts, dossier: refused("change-limit")},
	{Code: "amendment-date", Doc: "修改通知的成文日期早于印发通知", needs: changedParts, dossier: refused("amendment-date")},
	{Code: "change-item", Doc: "修改通知一节所说的“第N项”与item=不一致", dossier: changeItems},
	{Code: "change-label", Doc: "修改通知一段所说的字段与field=不一致", dossier: changeLabels},
	{Code: "change-words", Doc: "修改通知一段没有写出修改指令所说的文字、措施序号、单位或人员", needs: changedParts, dossier: changeWords},
	{Code: "quoted-problem", Doc: "修改通知所引问题不是该项的问题或其开头几句", dossier: quotedProblems},
	{Code: "change-unguarded", Severity: diag.Advice, Doc: "修改指令没有写明所依据的文字（expect）", needs: changedParts, dossier: unguardedChanges},
	{Code: "change-empty", Severity: diag.Warning, Doc: "修改后的文字与修改前相同", needs: changedParts, dossier: emptyChanges},
	{Code: codeLater, Severity: diag.Warning, Doc: "原文所称的项数与修改后的内容不符，原文不改", needs: partElements | partItems | partChanges, dossier: laterCounts},

	{Code: "register-duplicate", Doc: "名册中代号、名称、别名或姓名重复", register: duplicateEntries},
	{Code: "register-member", Doc: "名册中统称、人员的单位代号不存在或重复", register: unknownMembers},
	{Code: "register-book", Doc: "名册中合用一册（book）的单位不存在、是它自己、又与别的单位合用，或不发给文件", register: wrongBooks},
	{Code: "register-unused", Severity: diag.Advice, Doc: "名册中的条目没有在任何文件中出现", needs: allParts, register: unusedEntries},

	{Code: codeLong, Doc: "段落长得不合常理，该案卷不再检查"},               // newOffice reports it
	{Code: codeDuties, Doc: "一项任务或全部任务涉及的单位多得不合常理，该案卷不再检查"}, // newOffice reports it
	{Code: codeSic, Severity: diag.Advice, Doc: "原文的明显笔误（{sic=…}），照原文印出", text: slips},
}
