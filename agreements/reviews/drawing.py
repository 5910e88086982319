"""Draws a timeline as a PNG: 160 mm wide, 300 dots to the inch, the same bytes on every run.

Each kind of review has a shape of its own and not only a colour, so that the picture is read in black and white too.
Time runs along one line, or along up to eight lines under each other when there is much of it. A label that would
cover another is left out: the table below the picture lists every date.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from math import ceil

from babel.dates import format_date
from PIL import Image, ImageColor, ImageDraw, ImageFont

from agreements.language import _
from agreements.resources import fonts

WIDTH = 160.0
"""Millimetres."""
_DPI = 300
_WIDE = round(WIDTH / 25.4 * _DPI)
_LINE, _LEGEND = 236, 76
_AXIS = 128
"""From the top of a line of time to its axis; above it are two levels of labels, below it months and years."""
_SIDE = 60
_SIZE = 15
_LEVELS = (62, 16)
_MOST_LINES = 8
_MOST_ON_A_LINE = 20
_MOST_MONTHS = 18
_MONTHS = (18, 12, 6, 4, 3, 2, 1)
_LONG = (12, 24, 36, 48, 60, 120, 240, 480, 960, 2400, 4800)
"""Months on one line, for work of many years. The last is more than all dates that can be typed."""
_INK, _GREY, _TEAL, _AMBER, _WHITE = "#1b1b1b", "#6f6f6f", "#1d5c63", "#b35c00", "#ffffff"


@dataclass(frozen=True)
class Mark:
    """A review on the line: its day, its kind, and what the legend calls that kind."""

    day: date
    kind: str
    title: str


@dataclass(frozen=True)
class _Period:
    """What one line of time shows: from the first day of a month, for a number of months."""

    first: date
    months: int

    def month(self, number: int) -> date:
        """The first day of a month, counted from the first one."""
        return _month_after(self.first, number)

    @property
    def end(self) -> date:
        """The day after the last."""
        return self.month(self.months)

    def place(self, day: date) -> int:
        """Where a day is, in dots from the left."""
        whole = (self.end - self.first).days
        return _SIDE + round((day - self.first).days / whole * (_WIDE - 2 * _SIDE))

    def holds(self, day: date) -> bool:
        """Whether a day is on this line."""
        return self.first <= day < self.end


@lru_cache(maxsize=64)
def drawn(marks: tuple[Mark, ...], start: date | None, end: date | None) -> tuple[bytes, float]:
    """The picture of some reviews in order of their days, and its height in millimetres."""
    days = [mark.day for mark in marks]
    first, last = min([*days, *filter(None, [start])]), max([*days, *filter(None, [end])])
    periods = _periods(first, last, days)
    high = len(periods) * _LINE + _LEGEND
    image = Image.new("RGB", (_WIDE, high), _WHITE)
    canvas = ImageDraw.Draw(image)
    for number, period in enumerate(periods):
        line = _LineOfTime(canvas, period, number * _LINE)
        line.axis(start or first, end or last)
        line.bounds(start, end)
        line.marks([mark for mark in marks if period.holds(mark.day)])
    _legend(canvas, marks, len(periods) * _LINE, has_bounds=bool(start or end))
    written = io.BytesIO()
    few = image.quantize(palette=_palette(), dither=Image.Dither.NONE)  # a third of the size, and no eye sees it
    few.save(written, "PNG", dpi=(_DPI, _DPI), optimize=True)
    return written.getvalue(), round(high / _DPI * 25.4, 1)


def _periods(first: date, last: date, days: Sequence[date]) -> list[_Period]:
    """The lines of time: as few as can be read."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    options = [months] if months <= _MOST_MONTHS else []
    for length in [*options, *(one for one in _MONTHS if one < months)]:
        periods = _cut(first, last, length)
        if len(periods) <= _MOST_LINES and all(sum(map(one.holds, days)) <= _MOST_ON_A_LINE for one in periods):
            return periods
    lengths = sorted({*_MONTHS, *_LONG, *options})
    return next(cut for length in lengths if len(cut := _cut(first, last, length)) <= _MOST_LINES)


def _cut(first: date, last: date, length: int) -> list[_Period]:
    begins_with_year = length % 12 == 0 and last >= _month_after(first.replace(day=1), length)
    begin = first.replace(month=1, day=1) if begins_with_year else first.replace(day=1)
    months = (last.year - begin.year) * 12 + last.month - begin.month + 1
    return [_Period(_month_after(begin, number * length), length) for number in range(ceil(months / length))]


def _month_after(first: date, number: int) -> date:
    years, month = divmod(first.month - 1 + number, 12)
    return date(first.year + years, month + 1, 1)


@dataclass
class _LineOfTime:
    """One line, being drawn. `taken` holds what the labels of each level cover already."""

    canvas: ImageDraw.ImageDraw
    period: _Period
    top: int
    taken: list[list[tuple[float, float]]] = field(default_factory=lambda: [[] for _level in _LEVELS])

    def axis(self, start: date, end: date) -> None:
        """The line itself, strong while the work lasts, with its months and years."""
        axis, period = self.top + _AXIS, self.period
        self.canvas.line([(_SIDE, axis), (_WIDE - _SIDE, axis)], _GREY, 2)
        inside = max(start, period.first), min(end, period.end)
        if inside[0] <= inside[1]:
            self.canvas.line([(period.place(day), axis) for day in inside], _INK, 7)
        month_wide = (_WIDE - 2 * _SIDE) / period.months
        every = next(step for step in (1, 3, 12, period.months) if step * month_wide >= 78 or step == period.months)
        for number in range(0, period.months, every):
            middle = 38 if every == 3 else month_wide * every / 2  # "Jan" stands under January, not under February
            self.month(period.month(number), middle, is_year=every >= 12)
        self.canvas.line([(_WIDE - _SIDE, axis), (_WIDE - _SIDE, axis + 16)], _GREY, 2)

    def month(self, first: date, middle: float, *, is_year: bool) -> None:
        """One month, with its year where a new one begins; or one year. Its words stand around the middle."""
        left, axis = self.period.place(first), self.top + _AXIS
        self.canvas.line([(left, axis), (left, axis + 16)], _GREY, 2)
        under = (left + middle, axis + 44)
        if is_year:
            self.words(under, str(first.year), is_bold=True)
            return
        self.words(under, format_date(first, "MMM", locale="en_GB")[:3], colour=_GREY)
        if first.month == 1 or first == self.period.first:
            self.words((left + middle, axis + 82), str(first.year), is_bold=True)

    def bounds(self, start: date | None, end: date | None) -> None:
        """Where the work starts and ends, if that is on this line."""
        for day, called in ((start, _("Start")), (end, _("End"))):
            if day and self.period.holds(day):
                place = self.period.place(day)
                _bar(self.canvas, place, self.top + _AXIS)
                self.label(place, f"{called} {_short(day)}", is_bold=True)

    def marks(self, marks: Sequence[Mark]) -> None:
        """The reviews, and labels for as many as there is room for: first for those that are not short ones."""
        for mark in marks:
            SHAPES[mark.kind](self.canvas, self.period.place(mark.day), self.top + _AXIS)
        for mark in sorted(marks, key=lambda one: one.kind in ("light", "")):
            self.label(self.period.place(mark.day), _short(mark.day))

    def label(self, place: int, text: str, *, is_bold: bool = False) -> None:
        """Write a label above the line, on the lowest level where it covers no other; else leave it out."""
        half = _font(is_bold=is_bold).getlength(text) / 2
        middle = min(max(place, half), _WIDE - half)
        left, right = middle - half - 9, middle + half + 9
        for above, taken in zip(_LEVELS, self.taken, strict=True):
            if all(right <= before or left >= after for before, after in taken):
                taken.append((left, right))
                self.words((middle, self.top + above + 14), text, is_bold=is_bold)
                if above != _LEVELS[0]:
                    self.lead(place, self.top + above + 34)
                return

    def lead(self, place: int, top: int) -> None:
        """A thin line from a label of the upper level down to its place, if no other label is in its way."""
        if all(not before < place < after for before, after in self.taken[0]):
            self.canvas.line([(place, top), (place, self.top + _AXIS - _SIZE - 6)], _GREY, 1)

    def words(self, middle: tuple[float, float], text: str, *, is_bold: bool = False, colour: str = _INK) -> None:
        """A few words around a point."""
        self.canvas.text(middle, text, colour, _font(is_bold=is_bold), anchor="mm")


def _legend(canvas: ImageDraw.ImageDraw, marks: Sequence[Mark], top: int, *, has_bounds: bool) -> None:
    """What each shape means, for the shapes that are there."""
    titles = {mark.kind: mark.title for mark in marks}
    entries = [(shape, titles[kind]) for kind, shape in SHAPES.items() if kind in titles]
    if has_bounds:
        entries.append((_bar, _("Start or end of the work")))
    left = _SIDE + _SIZE
    for shape, title in entries:
        shape(canvas, left, top + 36)
        canvas.text((left + 30, top + 36), title, _INK, _font(is_bold=False), anchor="lm")
        left += 30 + round(_font(is_bold=False).getlength(title)) + 60


def _short(day: date) -> str:
    return format_date(day, "d MMM", locale="en_GB").replace("Sept", "Sep")


@cache
def _palette() -> Image.Image:
    """Our colours, and the steps from each of them to white that smooth edges need."""
    steps = [
        round(white + (part - white) * step / 15)
        for colour in (_INK, _GREY, _TEAL, _AMBER)
        for step in range(16)
        for part, white in zip(ImageColor.getrgb(colour), ImageColor.getrgb(_WHITE), strict=True)
    ]
    palette = Image.new("P", (1, 1))
    palette.putpalette(steps)
    return palette


@cache
def _font(*, is_bold: bool) -> ImageFont.FreeTypeFont:
    # The basic layout: the other one is not in every build of the library, and would change the bytes.
    file = fonts() / f"NotoSans-{700 if is_bold else 400}.ttf"
    return ImageFont.truetype(str(file), 33, layout_engine=ImageFont.Layout.BASIC)


def _triangle(canvas: ImageDraw.ImageDraw, x: int, y: int) -> None:
    size = _SIZE + 5
    canvas.polygon([(x, y - size), (x + size, y + size - 4), (x - size, y + size - 4)], _AMBER, _WHITE)


def _circle(canvas: ImageDraw.ImageDraw, x: int, y: int) -> None:
    canvas.ellipse([x - _SIZE, y - _SIZE, x + _SIZE, y + _SIZE], _WHITE, _TEAL, 6)


def _square(canvas: ImageDraw.ImageDraw, x: int, y: int) -> None:
    canvas.rectangle([x - _SIZE - 1, y - _SIZE - 1, x + _SIZE + 1, y + _SIZE + 1], _TEAL, _WHITE, 2)


def _diamond(canvas: ImageDraw.ImageDraw, x: int, y: int) -> None:
    size = _SIZE + 7
    canvas.polygon([(x, y - size), (x + size, y), (x, y + size), (x - size, y)], _INK, _WHITE)


def _dot(canvas: ImageDraw.ImageDraw, x: int, y: int) -> None:
    canvas.ellipse([x - 8, y - 8, x + 8, y + 8], _GREY)


def _bar(canvas: ImageDraw.ImageDraw, x: int, y: int) -> None:
    canvas.rectangle([x - 4, y - 26, x + 4, y + 26], _INK)


SHAPES = {"early": _triangle, "light": _circle, "full": _square, "end": _diamond, "": _dot}
"""How each kind of review is drawn. One without a kind is a dot."""
