// Package acceptance builds the real content with the real program and lets
// programs that share no code with ours read the files: the words, the order
// of paragraphs, the lines and pages, the fonts, the bytes. Nothing here
// imports layout or a renderer.
package acceptance
