// Package survival kills and starves the program while it writes, and looks at
// out/ afterwards: whatever happens, every file there is whole, and the next
// build ends what was begun. It holds tests only. -short leaves most kills out;
// -kills and -seed give other numbers.
package survival
