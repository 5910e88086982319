"""docxtpl, made exact: habits of its own that would change words in silence are turned off."""

from io import BytesIO

from docxtpl import DocxTemplate
from lxml import etree

from agreements.rendering.word.markup import Element


class HouseTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """A house file whose fields docxtpl fills.

    The body goes in as markup, not as a subdocument: docxcompose, which puts those in, restarts and loses lists.
    """

    def fix_tables(self, xml: str) -> Element:
        """The filled body as a tree. docxtpl's own parser drops in silence what it cannot read; this one says so."""
        return etree.fromstring(xml, etree.XMLParser(resolve_entities=False))

    def resolve_listing(self, xml: str) -> str:
        """The XML as it is: docxtpl would turn a line feed or tab of the house's own file into a new line."""
        return xml

    def saved(self) -> bytes:
        """The filled file.

        Raises:
            ValueError: two of its parts have one name, so that one would take the other's place.
        """
        names = [str(part.partname) for part in self.docx.part.package.iter_parts()]
        if len(set(names)) < len(names):
            raise ValueError(max(names, key=names.count))
        file = BytesIO()
        self.save(file)
        return file.getvalue()
