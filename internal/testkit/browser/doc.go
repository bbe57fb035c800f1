// Package browser holds tests that look at our pages as people do: every HTML
// file that the program makes of the content and of the gallery is opened in
// Chromium and in LibreOffice, walked through by keyboard, enlarged, narrowed,
// printed, and judged by the Nu checker and by axe. In: the built programs'
// output. Out: failures.
package browser
