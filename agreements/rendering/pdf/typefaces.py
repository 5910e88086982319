"""The bundled typefaces, and no others: a font of the machine would change the paper from place to place."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from agreements import resources


@cache
def families() -> str:
    """The bundled families as a CSS list, in the order in which a letter is looked for."""
    faces = json.loads((resources.fonts() / "faces.json").read_text("utf-8"))
    return ", ".join(dict.fromkeys(f'"{face["family"]}"' for face in faces))


@contextmanager
def only_bundled_typefaces() -> Iterator[None]:
    """While this lasts, whoever sets up Fontconfig in this process finds the bundled typefaces alone."""
    before = os.environ.get("FONTCONFIG_FILE")
    with TemporaryDirectory() as folder:
        settings = Path(folder) / "fonts.conf"
        settings.write_text(f"<fontconfig><dir>{escape(str(resources.fonts()))}</dir></fontconfig>", "utf-8")
        os.environ["FONTCONFIG_FILE"] = str(settings)
        try:
            yield
        finally:
            del os.environ["FONTCONFIG_FILE"]
            if before is not None:
                os.environ["FONTCONFIG_FILE"] = before
