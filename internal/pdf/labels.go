package pdf

import "hongtou/internal/pdf/object"

// addLabels tells readers the printed page numbers (ISO 32000-1, 12.4.2): one
// range for each stretch that counts on. A page without a number has an empty
// label.
func (j *job) addLabels() error {
	var nums []pair
	for i, p := range j.book.Pages {
		if i > 0 && counted(j.book.Pages[i-1].Number, p.Number) {
			continue
		}
		label := object.Dict{}
		if p.Number > 0 {
			label = object.Dict{"S": object.Name("D"), "St": object.Integer(p.Number)}
		}
		nums = append(nums, pair{object.Integer(i), label})
	}
	j.root["PageLabels"] = j.addTree("Nums", nums)
	return nil
}

// counted says whether b needs no range of its own after a.
func counted(a, b int) bool {
	return a > 0 && b == a+1 || a <= 0 && b <= 0
}
