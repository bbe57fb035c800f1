package check

// part is a set of files of the content. A rule that finds something absent,
// or counts, needs the files where it might stand: from one that could not be
// read nothing is concluded.
type part uint8

const (
	partElements   part = 1 << iota // dossier.yaml
	partLetter                      // notice.md
	partPlan                        // plan.md
	partItems                       // all items, and their list
	partAmendments                  // all amendments
	partChanges                     // all instructions of the amendments
	partRegister                    // units.yaml

	allParts = partElements | partLetter | partPlan | partItems | partAmendments | partChanges | partRegister
)

// unread gives the parts of a dossier that could not be read.
func (s *scene) unread() part {
	var out part
	add := func(p part, unread bool) {
		if unread {
			out |= p
		}
	}
	add(partElements, s.Unread.Elements)
	add(partLetter, s.Unread.Letter)
	add(partPlan, s.Unread.Plan)
	add(partItems, s.Unread.Items)
	add(partAmendments, s.Unread.Amendments)
	add(partChanges, s.Unread.Changes)
	add(partRegister, s.Register == nil)
	return out
}

// unread gives the parts that some dossier lacks.
func (o *office) unread() part {
	var out part
	for _, s := range o.scenes {
		out |= s.unread()
	}
	return out
}
