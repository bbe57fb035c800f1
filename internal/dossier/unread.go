package dossier

// Unread says which files of a dossier could not be read, or are missing. That
// has been reported with the place; who finds a value absent asks here before
// concluding anything from it.
type Unread struct {
	Elements   bool // dossier.yaml
	Letter     bool // notice.md
	Plan       bool // plan.md
	Items      bool // an item, or the list of items
	Amendments bool // an amendment, or a file whose name says nothing
	Dates      bool // a 成文日期 is missing, or is none
	Changes    bool // an instruction of an amendment, or it is missing
}
