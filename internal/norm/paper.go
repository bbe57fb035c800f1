package norm

import (
	"math"

	"hongtou/internal/elements"
)

// paper is a document on which clauses are measured.
type paper struct{ *elements.Document }

func near(a, b, tolerance float64) bool { return math.Abs(a-b) <= tolerance }
