"""Drafts in the database: what was typed, the rows of lists in order, and private links."""
