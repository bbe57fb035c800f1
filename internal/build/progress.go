package build

// Progress hears what a run is doing. Methods are called from one goroutine
// at a time.
type Progress interface {
	// Stage begins a stage that handles total things (0 = unknown).
	Stage(name string, total int)
	// Step says that one thing of the stage is done; "" stands for one that
	// needed no work.
	Step(what string)
	// Done ends the current stage.
	Done()
}

// Silent is the Progress of tests and of output for machines.
type Silent struct{}

// Stage does nothing.
func (Silent) Stage(string, int) {}

// Step does nothing.
func (Silent) Step(string) {}

// Done does nothing.
func (Silent) Done() {}
