package pdf

import (
	"strconv"

	"hongtou/internal/pdf/object"
)

// maxArray is the most elements an array may have in PDF/A-1 (ISO 19005-1,
// 6.1.12; the limit of PDF 1.4, annex C).
const maxArray = 8191

// leaf is how many entries one node of a name or number tree holds: so many
// that nearly every tree is one node, half of what an array may have.
const leaf = 2000

// pair is an entry of a name tree (ISO 32000-1, 7.9.6) or number tree (7.9.7).
type pair struct{ key, value object.Object }

// addTree adds a tree of entries in ascending order; list names their array,
// Names or Nums.
func (j *job) addTree(list object.Name, pairs []pair) object.Ref {
	if len(pairs) <= leaf {
		return j.file.Add(object.Dict{list: flat(pairs)})
	}
	var kids object.Array
	for from := 0; from < len(pairs); from += leaf {
		part := pairs[from:min(from+leaf, len(pairs))]
		limits := object.Array{part[0].key, part[len(part)-1].key}
		kids = append(kids, j.file.Add(object.Dict{list: flat(part), "Limits": limits}))
	}
	return j.file.Add(object.Dict{"Kids": kids})
}

func flat(pairs []pair) object.Raw {
	out := make(object.Raw, 0, 2+24*len(pairs))
	out = append(out, '[')
	for i, p := range pairs {
		if i > 0 {
			out = append(out, ' ')
		}
		out = append(object.AppendTo(out, p.key), ' ')
		out = object.AppendTo(out, p.value)
	}
	return append(out, ']')
}

// refList is an array of references.
func refList(refs []object.Ref) object.Raw {
	out := append(make(object.Raw, 0, 2+9*len(refs)), '[')
	for i, r := range refs {
		if i > 0 {
			out = append(out, ' ')
		}
		out = append(strconv.AppendInt(out, int64(r), 10), " 0 R"...)
	}
	return append(out, ']')
}
