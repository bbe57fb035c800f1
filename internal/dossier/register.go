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
	Book      Text   // ID of the unit in whose book its tasks stand (合用一册); zero for a book of its own
	Standing  bool   // receives closing forms for standing tasks as well (长期坚持的任务也填销号验收表)
}

// Group (各县区政府 and the like) stands for several units. Closed groups list
// all Members; an open group's members are not all listed by the sources.
type Group struct {
	ID      string
	Name    Text
	Aliases []Text
	Members []Text // unit IDs; of an open group those that are known to belong to it
	Open    bool   // there are more than Members, and the sources do not list them
	Basis   Text   // why these members, or why open
}

// Person is somebody the documents name.
type Person struct {
	Name     Text
	Leader   bool   // 市领导: answers for items without belonging to a unit
	Units    []Text // unit IDs
	Inferred bool   // the tie is implied by the source's order, not stated
	Basis    Text   // on what the tie rests
}
