"""Keeps a long paper from being slow: the references to its pages are listed once, and not anew for every tag.

Each tagged word looks up its page, and pydyf lists all the pages every time, so that the time grows with their square.
Its answer depends on nothing but how many pages have been added.
"""

import pydyf


class _KnownPages(pydyf.PDF):  # type: ignore[misc]  # pydyf has no types
    known: tuple[bytes, ...] = ()

    @property
    def page_references(self) -> tuple[bytes, ...]:
        if len(self.known) != self.pages["Count"]:
            self.known = super().page_references
        return self.known


def list_pages_once() -> None:
    """Make pydyf, which writes WeasyPrint's papers, keep the list of their pages."""
    pydyf.PDF = _KnownPages
