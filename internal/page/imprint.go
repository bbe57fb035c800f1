package page

// The imprint (7.4): 4号 lines between rules as wide as the type area, the
// last of which lies on its lower edge.
const (
	ImprintSize         = FolioSize             // 4号
	ImprintPitch        = ImprintSize + Leading // 行 of 3.2: its own characters and 7/8 of a 3号 one
	ImprintInset        = ImprintSize           // one character on both sides
	ThickRule    Length = 992                   // 0.35 mm, the first and the last
	ThinRule     Length = 709                   // 0.25 mm, between
)
