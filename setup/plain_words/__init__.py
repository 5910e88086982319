"""The meter of plain words: how hard our questions and clauses are to read. See `__main__` for how to run it."""
