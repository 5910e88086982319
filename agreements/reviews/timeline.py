"""The review dates as a picture: a line of time with a shape for each review, and the same in words (row 46)."""

from collections import Counter
from datetime import date

from agreements.document.nodes import Picture
from agreements.interview import Agreement
from agreements.interview.reviews_change_ending import REVIEW_KINDS
from agreements.language import Message, _
from agreements.reviews.drawing import WIDTH, Mark, drawn
from agreements.values import counted, date_in_words, list_in_words

_COUNTED = {
    "early": (_("early review"), _("early reviews")),
    "light": (_("short review"), _("short reviews")),
    "full": (_("full review"), _("full reviews")),
    "end": (_("final review"), _("final reviews")),
    "": (_("review of a kind not chosen yet"), _("reviews of a kind not chosen yet")),
}


def timeline(agreement: Agreement) -> Picture | None:
    """The picture of all reviews that have a date, from the start to the end of the work. None while there is none."""
    dated = sorted((review.date, review.kind or "") for review in agreement.reviews.reviews or () if review.date)
    if not dated:
        return None
    start, end = agreement.about.start_date, agreement.ending.get("end_date")
    titles = {kind: choice.title for kind, choice in REVIEW_KINDS.items()}
    marks = tuple(Mark(day, kind, titles.get(kind, _("Review"))) for day, kind in dated)
    content, height = drawn(marks, start, end)
    return Picture(content, _in_words(dated, start, end), WIDTH, height)


def _in_words(dated: list[tuple[date, str]], start: date | None, end: date | None) -> str:
    """What the picture shows, for those who cannot see it. The dates one by one stand in the table."""
    first, last = dated[0][0], dated[-1][0]
    when = (
        _("on %(day)s", day=date_in_words(first))
        if first == last
        else _("from %(first)s to %(last)s", first=date_in_words(first), last=date_in_words(last))
    )
    by_kind = Counter(kind for _day, kind in dated)
    kinds = list_in_words([counted(by_kind[kind], *words) for kind, words in _COUNTED.items() if by_kind[kind]])
    said = [
        _(
            "Timeline: %(reviews)s %(when)s: %(kinds)s.",
            reviews=counted(len(dated), _("review"), _("reviews")),
            when=when,
            kinds=kinds,
        ),
        *_bounds(start, end),
        _("The table lists each date."),
    ]
    return " ".join(said)


def _bounds(start: date | None, end: date | None) -> list[Message]:
    starts = _("The work starts on %(day)s.", day=date_in_words(start)) if start else None
    ends = _("It ends on %(day)s.", day=date_in_words(end)) if end else None
    return [sentence for sentence in (starts, ends) if sentence]
