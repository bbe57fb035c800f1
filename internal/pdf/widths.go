package pdf

import (
	"fmt"
	"maps"
	"slices"

	"hongtou/internal/pdf/object"
)

// usual is the advance of Han characters and full-width marks.
const usual = object.Integer(1000)

// packWidths rewrites gopdf's widths, one array per glyph in the order of
// first use, as a default for Han characters and a list of the exceptions in
// ascending order (ISO 32000-1, 9.7.4.3).
func (j *job) packWidths(cid object.Dict) error {
	old, err := object.As[object.Array](j.file, cid["W"])
	if err != nil {
		return err
	}
	widths := map[object.Integer]object.Object{}
	for i := 0; i+1 < len(old); i += 2 {
		first, ok1 := old[i].(object.Integer)
		list, ok2 := old[i+1].(object.Array)
		if !ok1 || !ok2 {
			return fmt.Errorf("widths %v %v", old[i], old[i+1])
		}
		for k, w := range list {
			widths[first+object.Integer(k)] = w
		}
	}
	cid["DW"] = usual
	delete(cid, "W")
	if packed := exceptions(widths); len(packed) > 0 {
		cid["W"] = packed
	}
	return nil
}

// exceptions lists the widths that are not the usual one, neighbours together.
func exceptions(widths map[object.Integer]object.Object) object.Array {
	var out object.Array
	next := object.Integer(-1)
	for _, g := range slices.Sorted(maps.Keys(widths)) {
		if widths[g] == usual {
			continue
		}
		if g != next {
			out = append(out, g, object.Array{})
		}
		last := len(out) - 1
		out[last] = append(out[last].(object.Array), widths[g])
		next = g + 1
	}
	return out
}
