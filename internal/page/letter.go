package page

// The letter (10.1): distances in mm from the paper's edges, and two double
// lines of 170 mm in its middle. The standard says which line of each is the
// thick one, but not how thick.
const (
	LetterTop              = 30  // from the page's top to the ink of the mark
	LetterFoot             = 277 // from the page's top to the lower edge of the second double line
	LetterLineGap          = RedLineGap
	LetterLeft      Length = 56_693  // 20 mm
	LetterRight     Length = 538_583 // 190 mm
	LetterThick     Length = 2_250
	LetterThin      Length = 750
	LetterBetween   Length = 1_000 // white between the two
	LetterLine             = LetterThick + LetterBetween + LetterThin
	UnderLetterLine        = Em * 7 / 8 // from the line to the ink of what stands below
)
