"""A picture in a Word file: its bytes as a part of their own, and a drawing in the line that shows it."""

from dataclasses import dataclass
from io import BytesIO
from typing import Final

from docx.document import Document as WordDocument
from lxml import etree

from agreements.document.nodes import Picture
from agreements.rendering.word.markup import Element, run, w

_EMU: Final = 36_000
"""English metric units in a millimetre."""

_EMU_IN_A_TWENTIETH: Final = 635
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/"
_NAMESPACES: Final = {
    "wp": f"{_DRAWING}wordprocessingDrawing",
    "a": f"{_DRAWING}main",
    "pic": f"{_DRAWING}picture",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


@dataclass(frozen=True)
class Pictures:
    """Puts pictures into one Word file; the same bytes lie in it once."""

    word: WordDocument

    def drawing(self, picture: Picture, width: int) -> Element:
        """A run that shows the picture in its size, or smaller where the text is less than `width` wide.

        Args:
            picture: a PNG.
            width: of the space for it, in twentieths of a point.
        """
        link, _image = self.word.part.get_or_add_image(BytesIO(picture.content))
        shrink = min(1, width * _EMU_IN_A_TWENTIETH / (picture.width * _EMU))
        across, down = (round(length * _EMU * shrink) for length in (picture.width, picture.height))
        return run(w("drawing", _inline(link, picture.description, str(across), str(down))))


def _inline(link: str, description: str, across: str, down: str) -> Element:
    # docxtpl gives every drawing an id of its own in `wp:docPr`; that of the picture inside it need not be another.
    return _element(
        "wp:inline",
        _element("wp:extent", cx=across, cy=down),
        _element("wp:docPr", id="1", name=link, descr=description),
        _element(
            "a:graphic",
            _element(
                "a:graphicData",
                _element(
                    "pic:pic",
                    _element("pic:nvPicPr", _element("pic:cNvPr", id="0", name=link), _element("pic:cNvPicPr")),
                    _element(
                        "pic:blipFill",
                        _element("a:blip", **{"r:embed": link}),
                        _element("a:stretch", _element("a:fillRect")),
                    ),
                    _element(
                        "pic:spPr",
                        _element("a:xfrm", _element("a:off", x="0", y="0"), _element("a:ext", cx=across, cy=down)),
                        _element("a:prstGeom", _element("a:avLst"), prst="rect"),
                    ),
                ),
                uri=_NAMESPACES["pic"],
            ),
        ),
        distT="0",
        distB="0",
        distL="0",
        distR="0",
    )


def _element(name: str, /, *children: Element, **attributes: str) -> Element:
    element = etree.Element(_full(name), nsmap=_NAMESPACES)
    for key, value in attributes.items():
        element.set(_full(key) if ":" in key else key, value)
    element.extend(children)
    return element


def _full(name: str) -> str:
    prefix, local = name.split(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"
