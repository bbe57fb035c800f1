package compose

import (
	"slices"

	"hongtou/internal/dossier"
)

// ledgerView is one row for every task and unit. It says what the edition
// says; what has been done is for people to write.
type ledgerView struct {
	Plan     *Title         `doc:"方案的标题"`
	Issued   sourceView     `doc:"印发方案的通知"`
	Sources  []sourceView   `doc:"改动过台账内容的通知，先后为序；没有时为空"`
	Day      *Text          `doc:"版本日期，如2020-12-31；统计日期从这一天起"`
	Tasks    []taskLineView `doc:"全部任务，各一行，照印发的次序"`
	Columns  []headView     `doc:"除整改措施外的字段，任务一览的列"`
	Heads    ledgerHeads    `doc:"各列照印发文件的标签"`
	Rows     []ledgerRow    `doc:"任务、职责、单位，各一行，照任务的次序"`
	Holders  []ledgerHolder `doc:"收文单位，照名册的次序"`
	Many     bool           `doc:"单位和行都很多，不逐个单位用公式计算"`
	Names    []*Text        `doc:"Many时各收文单位的名称，供选择，同名的一次；否则为空"`
	Watched  bool           `doc:"有没有督导的行"`
	Assisted bool           `doc:"有没有配合的行"`
	Pending  bool           `doc:"有没有受文单位待确定的行"`
	States   []stateView    `doc:"状态，照办理的先后；下拉列表、公式和表头都用这些词"`
	Months   []monthView    `doc:"有任务到期的月份，先后为序；立行立改的在最前，长期坚持的和没有写明日期的在最后"`
	Beside   []besideView   `doc:"除已列出的单位外，原文还写有没有列明的单位的任务"`
}

type stateView struct {
	Word string `doc:"状态，如“推进中”"`
	Done bool   `doc:"整改已经完成，过了期限也不算超期"`
}

// ledgerStates are those of the closing procedure, and 退回 for a task that was
// sent back on the way.
var ledgerStates = [...]stateView{
	{"未启动", false}, {"推进中", false}, {"已完成待验", true}, {"已自验", true}, {"县级已验", true},
	{"市级已认定", true}, {"公示中", true}, {"已销号", true}, {"退回", false},
}

// statesIn gives the states in the words of a plan.
func statesIn(w dossier.Words) []stateView {
	out := slices.Clone(ledgerStates[:])
	for i := range out {
		out[i].Word = w.Say(out[i].Word)
	}
	return out
}

type ledgerHeads struct {
	Deadline *Text `doc:"如“整改时限”；没有这个字段时为空，下同"`
	Leaders  *Text `doc:"如“责任领导”"`
	Persons  *Text `doc:"如“责任人员”"`
}

type ledgerRow struct {
	Serial    int          `doc:"序号"`
	Unit      *Text        `doc:"收文单位；待确定的为空"`
	Body      *Text        `doc:"承担任务的单位，与收文单位不同时才有"`
	Words     []*Text      `doc:"待确定的行：原文怎样写"`
	Role      string       `doc:"responsible（负责）、supervisors（督导）或cooperating（配合）"`
	Task      *Text        `doc:"任务编号，如“第十项”"`
	Anchor    string       `doc:"任务一览中这项任务的链接名称"`
	Short     *Text        `doc:"简短标题，不含编号"`
	Deadline  *Text        `doc:"时限的原文"`
	Elsewhere bool         `doc:"时限的原文很长，见任务一览"`
	By        *Text        `doc:"最早一个有日期的阶段，如2020-12-31；没有时为空"`
	AtOnce    *Text        `doc:"没有日期、要求马上整改的，照原文，如“立行立改”；不是的为空"`
	Standing  bool         `doc:"长期坚持"`
	Leaders   *Text        `doc:"责任领导的姓名；原文没有写姓名的为空"`
	Persons   []personLine `doc:"承担单位的责任人员；原文没有写姓名的、督导的为空"`
}

type personLine struct {
	Name     *Text `doc:"姓名"`
	Inferred bool  `doc:"原文没有写明属于哪个单位，由排列次序推断"`
}

type taskLineView struct {
	Task   *Text      `doc:"任务，如“第十项”"`
	Anchor string     `doc:"链接用的名称，如task-10"`
	Short  *Text      `doc:"简短标题，不含编号"`
	Cells  []cellView `doc:"各字段的值，与Columns逐一对应"`
}

type ledgerHolder struct {
	Unit       *Text `doc:"收文单位"`
	Answered   int   `doc:"编制时负责的行数"`
	Supervised int   `doc:"编制时督导的行数"`
}

type monthView struct {
	Kind  string  `doc:"at_once（马上整改）、month（月份）、standing（长期坚持）、undated（没有写明日期）"`
	Name  *Text   `doc:"如“2020年12月”“立行立改”；长期坚持和没有写明日期的为空"`
	From  *Text   `doc:"月份的第一天，如2020-12-01；不是月份的为空，下同"`
	To    *Text   `doc:"最后一天"`
	Tasks []*Text `doc:"这时到期的任务，每项一次"`
}

type besideView struct {
	Task  *Text       `doc:"任务，如“第十项”"`
	Words []wordsView `doc:"原文"`
}
