"""Days for reviews: which to propose, which are working days, and how they look in a row. Pure functions (row 46)."""
