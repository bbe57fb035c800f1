package check

import (
	"fmt"
	"strings"

	"hongtou/internal/diag"
)

// titleStops reports a title that ends with a mark.
func titleStops(p printed) []diag.Diagnostic {
	last := len(p.rs) - 1
	if p.where != title || !strings.ContainsRune("。，、；：,;:.", p.rs[last]) {
		return nil
	}
	return []diag.Diagnostic{mark(p.Position(last), 1, fmt.Sprintf("标题末尾有标点“%c”", p.rs[last]), "删去")}
}

// titleShapes advises on preferred breaks that leave one character on the
// last line, or three and more lines of one length: 7.3.1 wants a trapezium
// or a lozenge.
func titleShapes(p printed) []diag.Diagnostic {
	lines := p.Lines()
	last := lines[len(lines)-1]
	switch {
	case p.where != title || len(lines) < 2:
		return nil
	case last.Len() == 1:
		return []diag.Diagnostic{whole(last, fmt.Sprintf("标题末行只有一个字“%s”", last.Value), "移动“|”，使各行长短相宜")}
	case len(lines) < 3:
		return nil
	}
	for _, l := range lines {
		if l.Len() != last.Len() {
			return nil
		}
	}
	return []diag.Diagnostic{mark(p.At, 0, fmt.Sprintf("标题%d行一样长", len(lines)), "移动“|”，排成梯形或菱形")}
}
