package compose

import (
	"strconv"
	"testing"

	"hongtou/internal/dossier"
)

// TestBoundsGrowWithData: what a template may take has a fixed share and one
// for each value it was given, and is asked for only beyond the fixed share.
func TestBoundsGrowWithData(t *testing.T) {
	v := registerView{}
	for i := range 1000 {
		v.Handings = append(v.Handings, handingView{Unit: newText("u", dossier.Text{Value: strconv.Itoa(i)})})
	}
	w := weigher{view: v}
	if !w.allows(maxSteps, maxSteps, stepsPerValue) || w.done {
		t.Error("weighed within the fixed share")
	}
	if most := w.bound(maxSteps, stepsPerValue); most != maxSteps+2000*stepsPerValue || w.allows(most+1, maxSteps, stepsPerValue) {
		t.Errorf("bound %d", most)
	}
}

// TestManyUnitsAreChosenFrom: beyond a size no unit has formulas of its own,
// and each can be chosen once.
func TestManyUnitsAreChosenFrom(t *testing.T) {
	for _, n := range []int{1000, 1500} {
		var v ledgerView
		for i := range n {
			unit := newText("u", dossier.Text{Value: "甲" + strconv.Itoa(i/2)})
			v.Holders = append(v.Holders, ledgerHolder{Unit: unit})
			v.Rows = append(v.Rows, ledgerRow{Unit: unit, Role: string(dossier.Responsible)})
		}
		v.count()
		if many := n*n > mostTallied; v.Many != many || many && len(v.Names) != n/2 || v.Holders[0].Answered != 2 || v.Holders[0].Supervised != 0 {
			t.Errorf("%d: %v, %d names, %+v", n, v.Many, len(v.Names), v.Holders[0])
		}
	}
}
