package norm_test

import (
	"testing"

	"hongtou/internal/norm"
)

func TestHeadClauses(t *testing.T) {
	const serial, secrecy, urgency = "7.2.1 份号", "7.2.2 密级", "7.2.3 紧急程度"
	try(t, []trial{
		{name: "as it should be", clause: serial, make: official, want: norm.Holds, value: "第几行", number: 1, place: "serial"},
		{name: "all 1 mm to the right", clause: serial, make: official, alter: everything(1, 0, anyPage), want: norm.Holds, value: "距版心左缘", unit: "mm"},
		{name: "all lines with their white around", clause: serial, make: official, alter: all(officeLines, shift("serial", 0, 2.2), shift("secrecy", 0, 2.2), shift("urgency", 0, 2.2)), want: norm.Holds},
		{name: "four figures", clause: serial, make: official, alter: says("serial", "0012"), want: norm.Fails, place: "serial", says: "写法"},
		{name: "to the right", clause: serial, make: official, alter: shift("serial", 120, 0), want: norm.Fails, value: "距版心左缘", number: 120, unit: "mm", place: "serial"},
		{name: "4号", clause: serial, make: official, alter: on("serial", func(t *text) { t.size = 14 }), want: norm.Fails, value: "字号", number: 14, unit: "pt"},
		{name: "none", clause: serial, make: sealed, want: norm.Absent},

		{name: "as it should be", clause: secrecy, make: official, want: norm.Holds, value: "第几行", number: 2, place: "secrecy"},
		{name: "first where there is no serial number", clause: secrecy, make: official,
			alter: all(removed("serial"), shift("secrecy", 0, -pitch), shift("urgency", 0, -pitch)), want: norm.Holds, value: "第几行", number: 1},
		{name: "a line too low", clause: secrecy, make: official, alter: all(shift("secrecy", 0, pitch), shift("urgency", 0, pitch)), want: norm.Fails, place: "secrecy", says: "第3行"},
		{name: "仿宋", clause: secrecy, make: official, alter: inFace("secrecy", fangsong), want: norm.Fails, place: "secrecy", says: fangsong},
		{name: "unnamed face", clause: secrecy, make: official, alter: inFace("secrecy", unnamed), want: norm.Unproven, place: "secrecy", says: unnamed},
		{name: "unnamed face, no star", clause: secrecy, make: official, alter: all(inFace("secrecy", unnamed), says("secrecy", "机密1年")), want: norm.Fails},
		{name: "none", clause: secrecy, make: sealed, want: norm.Absent},

		{name: "as it should be", clause: urgency, make: official, want: norm.Holds, value: "第几行", number: 3, place: "urgency"},
		{name: "over the others", clause: urgency, make: official, alter: all(shift("urgency", 0, -pitch), shift("secrecy", 0, pitch)), want: norm.Fails, place: "urgency"},
		{name: "no word for it", clause: urgency, make: official, alter: says("urgency", "火急"), want: norm.Fails, place: "urgency"},
		{name: "none", clause: urgency, make: sealed, want: norm.Absent},
	})
}
