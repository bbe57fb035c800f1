package sfnt

// view is a byte slice read big-endian with every access checked.
type view []byte

func (v view) u16(at int) (uint16, bool) {
	if at < 0 || at > len(v)-2 {
		return 0, false
	}
	return uint16(v[at])<<8 | uint16(v[at+1]), true
}

func (v view) u32(at int) (uint32, bool) {
	if at < 0 || at > len(v)-4 {
		return 0, false
	}
	return uint32(v[at])<<24 | uint32(v[at+1])<<16 | uint32(v[at+2])<<8 | uint32(v[at+3]), true
}

func (v view) i16(at int) (int, bool) {
	n, ok := v.u16(at)
	return int(int16(n)), ok
}

func (v view) slice(at, length int) (view, bool) {
	if at < 0 || length < 0 || at > len(v) || length > len(v)-at {
		return nil, false
	}
	return v[at : at+length : at+length], true
}

// tag reads a four-byte table or file tag, "" beyond the end.
func tag(v view, at int) string {
	b, ok := v.slice(at, 4)
	if !ok {
		return ""
	}
	return string(b)
}
