package dossier

// Placeholder stands in a skeleton of a notice where people have to write.
// check refuses content that still holds it.
const Placeholder = "【待填】"
