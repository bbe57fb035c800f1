package object

// Sweep drops the objects that nothing leads to from the trailer and numbers
// the others anew without holes, in their old order. All references held
// outside the file are void afterwards.
func (f *File) Sweep() {
	used := make([]bool, len(f.Objects))
	queue := refs(nil, f.Trailer)
	for len(queue) > 0 {
		r := queue[len(queue)-1]
		queue = queue[:len(queue)-1]
		if r > 0 && int(r) < len(used) && !used[r] && f.Objects[r] != nil {
			used[r] = true
			queue = refs(queue, f.Objects[r])
		}
	}
	numbers := make([]Ref, len(f.Objects))
	kept := []Object{nil}
	for n, o := range f.Objects {
		if used[n] {
			numbers[n] = Ref(len(kept))
			kept = append(kept, o)
		}
	}
	for n := range kept {
		kept[n] = renumbered(kept[n], numbers)
	}
	f.Objects = kept
	f.Trailer = renumbered(f.Trailer, numbers).(Dict)
}

// refs appends the references inside an object.
func refs(list []Ref, o Object) []Ref {
	switch o := o.(type) {
	case Ref:
		list = append(list, o)
	case Array:
		for _, v := range o {
			list = refs(list, v)
		}
	case Dict:
		for _, v := range o { // the order does not matter: they are only marked
			list = refs(list, v)
		}
	case *Stream:
		list = refs(list, o.Dict)
	}
	return list
}

// renumbered copies an object with changed references: the same array may stand
// in several places and must not be changed twice. A reference that leads
// nowhere becomes null (7.3.10).
func renumbered(o Object, numbers []Ref) Object {
	switch o := o.(type) {
	case Ref:
		if o > 0 && int(o) < len(numbers) && numbers[o] != 0 {
			return numbers[o]
		}
		return Null{}
	case Array:
		out := make(Array, len(o))
		for i, v := range o {
			out[i] = renumbered(v, numbers)
		}
		return out
	case Dict:
		out := make(Dict, len(o))
		for key, v := range o {
			out[key] = renumbered(v, numbers)
		}
		return out
	case *Stream:
		return &Stream{renumbered(o.Dict, numbers).(Dict), o.Data, o.Sum}
	}
	return o
}
