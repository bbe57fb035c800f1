package dossier

// Register (单位名册) knows every unit, group and person the documents name.
type Register struct {
	Units  []Unit
	Groups []Group
	People []Person
	File   string
}

// Unit (单位) is one body.
type Unit struct {
	ID        string
	Name      Text   // full name as the documents print it
	Aliases   []Text // other printed forms
	Kind      string // party, government, department, county, company …
	Recipient bool   // receives documents when responsible or supervising; false = merely mentioned
}

// Group (各县区政府 and the like) stands for several units. Closed groups list
// Members; an open group's members are not listed by the sources.
type Group struct {
	ID      string
	Name    Text
	Aliases []Text
	Members []Text // unit IDs; empty for an open group
	Open    bool
	Basis   Text // why these members, or why open
}

// Person is somebody the documents name.
type Person struct {
	Name     Text
	Leader   bool   // 市领导: answers for items without belonging to a unit
	Units    []Text // unit IDs
	Inferred bool   // the tie is implied by the source's order, not stated
	Basis    Text   // on what the tie rests
}
