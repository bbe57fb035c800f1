package xlsx

import (
	"github.com/xuri/excelize/v2"

	"hongtou/internal/doc"
)

// One visual language for every workbook, the one of an official table. It
// stands here and nowhere else: which kinds of cells there are and what they
// are called, faces, sizes, colours, lines, and the looks of sheets as a whole.
//
//	title   公文标题  小标宋 小二号, centred, no lines
//	note    表注     宋体 五号, no lines: caption, status line, label of an input
//	head    表头     黑体 五号 on light grey, centred, thin lines
//	label   标目     黑体 五号: head of a row, part heading
//	body    正文     宋体 五号, thin lines; 黑体 and 楷体 within, as the text has them
//	figure  数据     宋体 五号, a date or a number
//	blank   填写     as body on pale yellow: people write here, and only here
//	link    链接     as body, dark blue and underlined: a click leads on, or back
//
// A cell with changed characters (修改) is body; its characters are underlined
// in green or struck through in red, so that nothing is told by colour alone.
// A row with a status is tinted as a whole, by the word in one of its cells
// (tones). Everything prints in grey on white.
//
// Fonts are named, not embedded; each name carries the charset, so that a
// program without the face takes another Chinese one. 仿宋 is too thin on a
// screen at this size.
const (
	textSize   = 10.5 // pt, 五号
	titleSize  = 18   // pt, 小二号
	marginSize = 9    // pt, 小五号, of page header and footer
	charsetGB  = 134  // GB2312_CHARSET
)

// Colours, as RRGGBB.
const (
	ink         = "000000"
	linkInk     = "1F4E9E"
	insertedInk = "00703C"
	deletedInk  = "C00000"
	headTint    = "F2F2F2"
	blankTint   = "FFFBE6"
)

// Kinds of lines, as the format numbers them.
const (
	thinLine = 1
	hairLine = 7 // between the parts of a text that goes on on the next page
)

// tones tint rows by their status, light enough to print in grey under black
// text.
var tones = map[string]excelize.Style{
	"warning": {Font: &excelize.Font{Bold: true, Color: "9C0006"}, Fill: tint("FFE1E1")},
	"done":    {Font: &excelize.Font{Color: "00501E"}, Fill: tint("E6F4E4")},
}

// Colours of sheet tabs: sheets to read, and sheets where people write.
const (
	readTab  = "44546A"
	writeTab = "BF9000"
)

// A sheet wider than a usual screen is shown a little smaller.
const (
	screenWidth = 1280 // pixels
	leastZoom   = 70.0 // percent
)

// namedStyle is one of the family of cell styles: every workbook offers all of
// them by name, in this order, and every cell is one of them.
type namedStyle struct {
	name string
	look style // as the style is by itself; cells may align otherwise
}

var family = [...]namedStyle{
	{"公文标题", style{face: title, size: titleSize, align: doc.AlignCentre, bare: true}},
	{"表注", style{face: song, size: textSize, bare: true}},
	{"表头", style{face: hei, size: textSize, align: doc.AlignCentre, head: true}},
	{"标目", style{face: hei, size: textSize}},
	{"正文", style{face: song, size: textSize}},
	{"数据", style{face: song, size: textSize, align: doc.AlignCentre, format: asNumber}},
	{"填写", style{face: song, size: textSize, format: asText, entry: true, unlocked: true}},
	{"链接", style{face: song, size: textSize, align: doc.AlignCentre, link: true}},
}

// Indices in family.
const (
	titleStyle = iota
	noteStyle
	headStyle
	labelStyle
	bodyStyle
	figureStyle
	blankStyle
	linkStyle
)

// member says which of the family a style belongs to. It asks only for what
// shows: two members never look alike.
func (k style) member() int {
	switch {
	case k.bare && k.face == title:
		return titleStyle
	case k.bare:
		return noteStyle
	case k.head:
		return headStyle
	case k.entry:
		return blankStyle
	case k.link:
		return linkStyle
	case k.format != general && k.format != asText:
		return figureStyle
	case k.face == hei:
		return labelStyle
	}
	return bodyStyle
}
