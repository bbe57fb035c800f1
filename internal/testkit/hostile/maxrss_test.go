//go:build unix && !darwin

package hostile

// maxrssUnit is what the system counts memory in.
const maxrssUnit = 1 << 10
