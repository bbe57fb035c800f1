// Package glyphs proves that single characters come through whole, drawn by
// the right face, one cell wide, and right in the text that readers copy and
// search, in PDF and in HTML: rare characters of names (镕 喆 堃, and 𬱖 of
// U+2CC56 beyond the BMP), which the fallback chain of every role has, and the
// quotes, dashes and ellipses of GB/T 15834 5.1.3–5.1.5, which Latin faces have
// too, but narrower.
package glyphs
