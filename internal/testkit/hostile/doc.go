// Package hostile gives the program content and templates that are made to
// harm it: bombs, tricks with names, things that are no files. Each must end
// within bounded time and memory, with the right files or a Chinese message
// that names the place. It holds tests only.
package hostile
