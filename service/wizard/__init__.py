"""The pages of the wizard, all derived from the interview: no page names a question."""
