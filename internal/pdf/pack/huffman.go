package pack

import (
	"cmp"
	"math/bits"
	"slices"
)

// codeLengths gives the lengths of a Huffman code for symbols that occur so
// often, 0 for one that never does. Counts are flattened until no code is
// longer than limit. One symbol alone gets a code of one bit.
func codeLengths(counts []int, limit int) []int {
	counts = slices.Clone(counts)
	for {
		out := huffman(counts)
		if slices.Max(out) <= limit {
			return out
		}
		for i, n := range counts {
			if n > 0 {
				counts[i] = (n + 1) / 2
			}
		}
	}
}

// huffman builds the tree from two queues, leaves and inner nodes, both
// ascending.
func huffman(counts []int) []int {
	type node struct{ weight, left, right int }
	var nodes []node
	var leaves []int
	for symbol, n := range counts {
		if n > 0 {
			leaves = append(leaves, symbol)
		}
	}
	slices.SortStableFunc(leaves, func(a, b int) int { return cmp.Compare(counts[a], counts[b]) })
	out := make([]int, len(counts))
	for _, s := range leaves {
		nodes = append(nodes, node{weight: counts[s]})
	}
	n := len(leaves)
	if n == 1 {
		out[leaves[0]] = 1
	}
	leaf, inner := 0, n
	lightest := func() int {
		if leaf < n && (inner >= len(nodes) || nodes[leaf].weight <= nodes[inner].weight) {
			leaf++
			return leaf - 1
		}
		inner++
		return inner - 1
	}
	for range n - 1 {
		a := lightest()
		b := lightest()
		nodes = append(nodes, node{nodes[a].weight + nodes[b].weight, a, b})
	}
	depth := make([]int, len(nodes))
	for i := len(nodes) - 1; i >= n; i-- {
		depth[nodes[i].left], depth[nodes[i].right] = depth[i]+1, depth[i]+1
	}
	if n > 1 {
		for i, s := range leaves {
			out[s] = depth[i]
		}
	}
	return out
}

// canonical gives each symbol its code from the lengths (3.2.2), first bit
// lowest.
func canonical(lengths []int) []word {
	var next [maxBits + 2]uint64
	for _, n := range lengths {
		if n > 0 {
			next[n+1]++
		}
	}
	for n := 1; n < len(next); n++ {
		next[n] = (next[n] + next[n-1]) << 1
	}
	out := make([]word, len(lengths))
	for i, n := range lengths {
		if n == 0 {
			continue
		}
		out[i] = word{bits.Reverse64(next[n]) >> (64 - n), uint(n)}
		next[n]++
	}
	return out
}
