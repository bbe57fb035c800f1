package build

// Report tells what a build did.
type Report struct {
	Out       string   `json:"out"`
	Problems  Problems `json:"problems"`
	Written   []string `json:"written"`   // paths relative to out/
	Unchanged []string `json:"unchanged"` // had these very bytes already
	Removed   []string `json:"removed"`   // ours, no longer wanted
	Kept      []string `json:"kept"`      // ours once, changed by somebody, therefore not removed
}

// CheckReport tells what was checked.
type CheckReport struct {
	Problems Problems         `json:"problems"`
	Dossiers []DossierSummary `json:"dossiers"`
}

// DossierSummary counts what a dossier holds.
type DossierSummary struct {
	ID         string `json:"id"`
	Items      int    `json:"items"`
	Amendments int    `json:"amendments"`
}

// ListReport tells what would be made.
type ListReport struct {
	Problems  Problems          `json:"problems"`
	Documents []DocumentSummary `json:"documents"`
}

// DocumentSummary is one planned document.
type DocumentSummary struct {
	Kind    string   `json:"kind"`
	Title   string   `json:"title"`
	Dossier string   `json:"dossier"`
	Edition string   `json:"edition"`
	Files   []string `json:"files"`
}
