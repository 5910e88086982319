"""Writes docs/words.md, the words explained: run `python -m setup.word_list` after a change of templates/words."""

from pathlib import Path

from agreements.explained_words import explained_words

FILE = Path(__file__).parent.parent / "docs" / "words.md"

_HEAD = """# Words explained

Some words have no plainer equal. The wizard explains them on a page of its own, and the worksheets on their last page.
The list is `templates/words/en.yaml`; this page is made from it with `python -m setup.word_list`.
"""


def as_markdown() -> str:
    """The whole page."""
    entries = [f"- **{one.title}**: {one.means}\n" for one in explained_words()]
    return f"{_HEAD}\n{''.join(entries)}"


if __name__ == "__main__":
    FILE.write_text(as_markdown(), "utf-8")
    print(FILE)
