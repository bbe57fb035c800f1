package printout

// Box is a rectangle in millimetres from the top left corner of a page.
type Box struct{ X0, Y0, X1, Y1 float64 }

// Width is how far a box goes to the right.
func (b Box) Width() float64 { return b.X1 - b.X0 }

// Height is how far a box goes down.
func (b Box) Height() float64 { return b.Y1 - b.Y0 }

// Centre is in the middle of the left and the right edge.
func (b Box) Centre() float64 { return (b.X0 + b.X1) / 2 }

// Middle is in the middle of the upper and the lower edge.
func (b Box) Middle() float64 { return (b.Y0 + b.Y1) / 2 }

// Empty says whether a box holds nothing.
func (b Box) Empty() bool { return b.X0 >= b.X1 || b.Y0 >= b.Y1 }

// Overlaps says whether two boxes have a part in common.
func (b Box) Overlaps(o Box) bool { return b.X0 < o.X1 && o.X0 < b.X1 && b.Y0 < o.Y1 && o.Y0 < b.Y1 }

// Within says whether a box stays inside another, up to a tolerance in mm.
func (b Box) Within(a Box, tolerance float64) bool {
	return b.X0 > a.X0-tolerance && b.X1 < a.X1+tolerance && b.Y0 > a.Y0-tolerance && b.Y1 < a.Y1+tolerance
}

// Clip is the part of a box inside another; it is Empty, perhaps with its edges
// in the wrong order, where they have nothing in common.
func (b Box) Clip(to Box) Box {
	return Box{max(b.X0, to.X0), max(b.Y0, to.Y0), min(b.X1, to.X1), min(b.Y1, to.Y1)}
}

// Union is the smallest box around two; an empty one adds nothing.
func (b Box) Union(o Box) Box {
	switch {
	case b.Empty():
		return o
	case o.Empty():
		return b
	}
	return Box{min(b.X0, o.X0), min(b.Y0, o.Y0), max(b.X1, o.X1), max(b.Y1, o.Y1)}
}
