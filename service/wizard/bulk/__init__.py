"""Many rows at once, from a spreadsheet: read as a table, matched to the questions of a list, shown, then added."""
