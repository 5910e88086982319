"""Partnership agreements: from answers, through wording, to papers. Knows no web framework and no database."""
