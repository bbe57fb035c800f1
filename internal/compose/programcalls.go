package compose

import (
	"cmp"
	"maps"
	"reflect"
	"sync"
	"sync/atomic"
)

// fields finds fields of views by name; it remembers where they are. The view
// types and their fields are few, so it stays small.
type fields struct {
	adding sync.Mutex
	known  atomic.Pointer[map[fieldName][]int] // replaced, never changed; nil for a name that is no plain field
}

type fieldName struct {
	of   reflect.Type
	name string
}

// telling is what the values of views have beside fields.
type telling interface {
	History() []stepView
	Gone() []goneView
}

// chain evaluates .A.B of a value.
func (f *fields) chain(v reflect.Value, names []string) (reflect.Value, error) {
	for _, name := range names {
		var err error
		if v, err = f.field(v, name); err != nil {
			return v, err
		}
	}
	return v, nil
}

func (f *fields) field(v reflect.Value, name string) (reflect.Value, error) {
	v, isNil := indirect(v)
	if isNil || v.Kind() != reflect.Struct {
		return v, errGiveUp
	}
	if index := f.index(v.Type(), name); index != nil {
		field, err := v.FieldByIndexErr(index)
		if err != nil {
			return v, errGiveUp
		}
		return field, nil
	}
	if !v.CanAddr() {
		return v, errGiveUp
	}
	t, ok := v.Addr().Interface().(telling)
	switch {
	case ok && name == "History":
		return reflect.ValueOf(t.History()), nil
	case ok && name == "Gone":
		return reflect.ValueOf(t.Gone()), nil
	}
	return v, errGiveUp
}

// index gives the place of an exported field that no method hides.
func (f *fields) index(t reflect.Type, name string) []int {
	key := fieldName{t, name}
	if known := f.known.Load(); known != nil {
		if index, ok := (*known)[key]; ok {
			return index
		}
	}
	var index []int
	_, method := reflect.PointerTo(t).MethodByName(name)
	if field, ok := t.FieldByName(name); ok && field.IsExported() && !method {
		index = field.Index
	}
	f.add(key, index)
	return index
}

func (f *fields) add(key fieldName, index []int) {
	f.adding.Lock()
	defer f.adding.Unlock()
	next := map[fieldName][]int{key: index}
	if known := f.known.Load(); known != nil {
		maps.Copy(next, *known)
	}
	f.known.Store(&next)
}

// indirect follows pointers and interfaces.
func indirect(v reflect.Value) (reflect.Value, bool) {
	for ; v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface; v = v.Elem() {
		if v.IsNil() {
			return v, true
		}
	}
	return v, false
}

// truth tells what templates take for true, of the kinds that views have.
func truth(v reflect.Value) (bool, error) {
	if v.Kind() == reflect.Interface && !v.IsNil() {
		v = v.Elem()
	}
	switch v.Kind() {
	case reflect.Slice, reflect.String:
		return v.Len() > 0, nil
	case reflect.Bool:
		return v.Bool(), nil
	case reflect.Pointer:
		return !v.IsNil(), nil
	case reflect.Int:
		return v.Int() != 0, nil
	case reflect.Struct:
		return true, nil
	}
	return false, errGiveUp
}

// call evaluates a function.
func (r *running) call(e *expression, dot reflect.Value) (reflect.Value, error) {
	first, err := r.expression(e.args[0], dot)
	if err != nil {
		return first, err
	}
	switch e.function {
	case "and", "or":
		return r.logic(e, first, dot)
	case "not":
		yes, err := truth(first)
		return reflect.ValueOf(!yes), err
	case "len":
		v, isNil := indirect(first)
		if isNil || v.Kind() != reflect.Slice && v.Kind() != reflect.String {
			return v, errGiveUp
		}
		return reflect.ValueOf(v.Len()), nil
	case "index":
		return r.entry(e, first, dot)
	}
	return r.compare(e, first, dot)
}

// logic evaluates no more arguments than it needs.
func (r *running) logic(e *expression, v, dot reflect.Value) (reflect.Value, error) {
	for _, arg := range e.args[1:] {
		yes, err := truth(v)
		if err != nil {
			return v, err
		}
		if yes == (e.function == "or") {
			return v, nil
		}
		if v, err = r.expression(arg, dot); err != nil {
			return v, err
		}
	}
	return v, nil
}

func (r *running) entry(e *expression, list, dot reflect.Value) (reflect.Value, error) {
	n, err := r.expression(e.args[1], dot)
	list, isNil := indirect(list)
	if err != nil || isNil || list.Kind() != reflect.Slice || n.Kind() != reflect.Int || n.Int() < 0 || n.Int() >= int64(list.Len()) {
		return list, errGiveUp
	}
	return list.Index(int(n.Int())), nil
}

func (r *running) compare(e *expression, first, dot reflect.Value) (reflect.Value, error) {
	with := make([]reflect.Value, len(e.args)-1) // each is evaluated, whatever the first ones say
	for i, arg := range e.args[1:] {
		var err error
		if with[i], err = r.expression(arg, dot); err != nil {
			return first, err
		}
	}
	for _, v := range with {
		order, err := ordered(first, v)
		if err != nil {
			return v, err
		}
		if e.function != "eq" {
			return reflect.ValueOf(holds(e.function, order)), nil
		}
		if order == 0 {
			return reflect.ValueOf(true), nil
		}
	}
	return reflect.ValueOf(false), nil
}

// ordered compares two strings or two numbers.
func ordered(a, b reflect.Value) (int, error) {
	switch {
	case a.Kind() != b.Kind():
		return 0, errGiveUp
	case a.Kind() == reflect.String:
		return cmp.Compare(a.String(), b.String()), nil
	case a.Kind() == reflect.Int:
		return cmp.Compare(a.Int(), b.Int()), nil
	}
	return 0, errGiveUp
}

func holds(function string, order int) bool {
	switch function {
	case "ne":
		return order != 0
	case "lt":
		return order < 0
	case "le":
		return order <= 0
	case "gt":
		return order > 0
	}
	return order >= 0
}
