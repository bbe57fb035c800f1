// Package norm measures a document against GB/T 9704—2012, clause by clause.
//
// In: the elements of a document (package elements). Out: for every clause of
// clauses 5 to 10.3 that can be seen on paper, what was measured, where,
// and whether the clause holds. What a file cannot prove is listed with the
// reason (Gaps). Each clause is one small function in the table of its part.
package norm
