package doc

// Style names what a run is; which face and size show it is decided once, by
// Style.Role and by the block it stands in.
type Style int

// The named character styles.
const (
	Body            Style = iota // 正文 7.3.3: 仿宋
	Level1                       // 一、 heading: 黑体
	Level2                       // （一） heading: 楷体
	Level3                       // 1. heading: 仿宋
	Level4                       // （1） heading: 仿宋
	ItemHead                     // first sentence of 第N项 in the measures list: 楷体
	Label                        // 整改目标： and the like: 黑体
	TitleText                    // 标题 7.3.1: 小标宋
	Mark                         // 发文机关标志 7.2.4: red 小标宋
	AttachmentLabel              // 附件 7.3.7: 黑体
	Small                        // table text: 宋体
	TableHead                    // table heads: 黑体
	Note                         // origin of a changed passage in a consolidated text: 楷体
)

// Role is the typographic role of the face that shows a style; the words are
// those of fontset.Role.
func (s Style) Role() string {
	switch s {
	case Level1, Label, AttachmentLabel, TableHead:
		return "hei"
	case Level2, ItemHead, Note:
		return "kai"
	case TitleText, Mark:
		return "title"
	case Small:
		return "song"
	default:
		return "body"
	}
}
