package load

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"hongtou/internal/dossier"
	"hongtou/internal/nearest"
)

// wordForm is what a plan may call something: it goes into templates, where
// marks would be read as theirs.
var wordForm = regexp.MustCompile(`^\p{Han}{1,12}$`)

// words reads how a plan calls what our documents speak of. What has one label
// of its own is called so everywhere.
func (l *loader) words(shape wordsShape, labels dossier.Labels) dossier.Words {
	own := relabelled(labels)
	for _, ours := range slices.Sorted(maps.Keys(shape)) {
		its := shape[ours]
		switch {
		case its.IsZero(): // reported
		case !slices.Contains(dossier.OurWords(), ours):
			hint := "可改的有：" + strings.Join(dossier.OurWords(), "、")
			if near, ok := nearest.Of(ours, dossier.OurWords()); ok {
				hint = fmt.Sprintf("是否为“%s”？", near)
			}
			l.errorAt(its.At, its.Len(), "bad-value", fmt.Sprintf("用语中没有“%s”", ours), hint)
		case !wordForm.MatchString(its.Value):
			l.errorAt(its.At, its.Len(), "bad-value", fmt.Sprintf("用语“%s”只能用1至12个汉字", its.Value), "不用标点、数字和字母")
		default:
			own[ours] = its.Value
		}
	}
	return own
}

// relabelled gives the labels of the plan that stand for usual ones.
func relabelled(labels dossier.Labels) dossier.Words {
	out, of := dossier.Words{}, map[dossier.FieldKind][]string{}
	for label, kind := range labels {
		of[kind] = append(of[kind], label)
	}
	for usual, kind := range defaultLabels() {
		if own := of[kind]; len(own) == 1 && own[0] != usual && wordForm.MatchString(own[0]) {
			out[usual] = own[0]
		}
	}
	return out
}
