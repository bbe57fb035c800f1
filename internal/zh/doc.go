// Package zh knows how official Chinese documents write numbers, ordinals,
// paragraph numbers, dates and punctuation (GB/T 9704-2012 7.3.3, 7.3.5.4;
// GB/T 15834). Strings in, values out; no I/O, no state.
package zh
