// Package rules holds the tests that keep the architecture what
// docs/architecture.md says: which package may import which, and that no
// name of any plan is wired into code or templates.
package rules
