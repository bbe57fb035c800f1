package compose

import (
	"fmt"
	"reflect"
)

// Bounds of one execution of a template. They stop a template that loops or
// writes without end. A large plan asks for more than a small one: each bound
// has a share that every run may use and one for each value that the template
// was given, so what an honest template needs grows with its data, and what a
// hostile one can take is bounded by them.
const (
	maxOutput  = 16 << 20 // bytes
	maxLines   = 200_000
	maxSteps   = 300_000
	maxElement = 2 << 20 // bytes of the YAML of one element, as its nodes take many times the memory

	outputPerValue  = 64
	linesPerValue   = 4
	stepsPerValue   = 32
	elementPerValue = 64

	maxWeighed = 4_000_000 // values that count
)

// weigher knows how much a template was given. Weighing takes time, so it is
// done once a bound's fixed share is used up, and once.
type weigher struct {
	view   any
	values int
	done   bool
}

// allows says whether a run may use so much of something.
func (w *weigher) allows(used, base, each int) bool {
	return used <= base || used <= w.bound(base, each)
}

func (w *weigher) bound(base, each int) int {
	if !w.done {
		w.done = true
		w.weigh(reflect.ValueOf(w.view), 0)
	}
	return base + each*w.values
}

// weigh counts what a template can reach: values to put, and the entries of
// lists. Values of the source stand for themselves, however long.
func (w *weigher) weigh(v reflect.Value, depth int) {
	const deepest = 32 // views are a few levels deep, and trees
	if !v.IsValid() || w.values >= maxWeighed || depth > deepest {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return
		}
		if v.Type().Implements(putterType) {
			w.values++
			return
		}
		w.weigh(v.Elem(), depth+1)
	case reflect.Interface:
		w.weigh(v.Elem(), depth+1)
	case reflect.Slice:
		for i := range v.Len() {
			w.values++
			w.weigh(v.Index(i), depth+1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				w.weigh(v.Field(i), depth+1)
			}
		}
	}
}

var putterType = reflect.TypeFor[putter]()

// The errors name the bound that was met.
func (w *weigher) errTooLong() error {
	return fmt.Errorf("模板输出超过%d MB", w.bound(maxOutput, outputPerValue)>>20)
}

func (w *weigher) errLines() error {
	return fmt.Errorf("模板输出超过%d行", w.bound(maxLines, linesPerValue))
}

func (w *weigher) errTooMany() error {
	return fmt.Errorf("模板执行超过%d步", w.bound(maxSteps, stepsPerValue))
}
