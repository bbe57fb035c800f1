package printout

import "fmt"

// Colour is a colour as a screen shows it.
type Colour struct{ R, G, B uint8 }

// Black is what text is printed in unless something else is said.
var Black = Colour{}

// Red says whether a colour is a red of official documents: that of marks,
// lines and seals.
func (c Colour) Red() bool { return c.R > 150 && c.G < 100 && c.B < 100 }

// Dark says whether a colour passes for black: CMYK black is shown as a dark
// grey.
func (c Colour) Dark() bool { return c.R < 64 && c.G < 64 && c.B < 64 }

func (c Colour) String() string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
