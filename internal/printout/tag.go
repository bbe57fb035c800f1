package printout

import "strings"

// Untagged is the name of a font without the tag of a subset: six capitals and a
// plus (ABCDEF+).
func Untagged(name string) string {
	tag, rest, ok := strings.Cut(name, "+")
	if !ok || len(tag) != 6 || strings.Trim(tag, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
		return name
	}
	return rest
}
