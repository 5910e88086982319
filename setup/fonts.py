"""Copies the typefaces of `fonts.toml` out of their packages into build/fonts, and says what each can print.

build/fonts/NotoSans-400.ttf ...   one full font file per family, weight and style
build/fonts/faces.json             the faces in the order in which a letter is looked for
build/fonts/coverage.json          for each file, the ranges of code points it can print, both ends included
build/fonts/licences/              the licence of each family
"""

import json
import shutil
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from fontTools.ttLib import TTFont

CHECKOUT = Path(__file__).parent.parent
PACKAGES = CHECKOUT / "node_modules"


@dataclass(frozen=True)
class Face:
    """One font file as CSS names it: family, weight (400 or 700), style (normal or italic)."""

    family: str
    weight: int
    style: str
    file: str


def faces_of(family: str, package: Path, names: Iterable[str]) -> Iterator[tuple[Face, Path]]:
    """Each face of a family with the file it lies in, from names such as `700Bold_Italic`."""
    stem = next(package.glob("400Regular/*.ttf")).name.split("_")[0]
    for name in names:
        weight, italic = int(name[:3]), name.endswith("Italic")
        face = Face(
            family,
            weight,
            style="italic" if italic else "normal",
            file=f"{family.replace(' ', '')}-{weight}{'-italic' if italic else ''}.ttf",
        )
        yield face, package / name / f"{stem}_{name}.ttf"


def ranges(points: Iterable[int]) -> list[list[int]]:
    """Code points as ranges, both ends included: 65, 66, 67, 90 gives [65, 67], [90, 90]."""
    found: list[list[int]] = []
    for point in sorted(points):
        if found and point == found[-1][1] + 1:
            found[-1][1] = point
        else:
            found.append([point, point])
    return found


def write_json(path: Path, content: object) -> None:
    """Writes the content in as few bytes as it takes."""
    path.write_text(json.dumps(content, separators=(",", ":")), "utf-8")


def build(target: Path) -> None:
    """Fills the folder anew; `coverage.json` is written last, as the sign that all is there."""
    shutil.rmtree(target, ignore_errors=True)
    (target / "licences").mkdir(parents=True)
    faces: list[Face] = []
    for family in tomllib.loads((CHECKOUT / "setup/fonts.toml").read_text("utf-8"))["family"]:
        package = PACKAGES / family["package"]
        shutil.copyfile(package / "LICENSE_FONT", target / "licences" / f"{family['name']}.txt")
        for face, source in faces_of(family["name"], package, family["faces"]):
            shutil.copyfile(source, target / face.file)
            faces.append(face)
    write_json(target / "faces.json", [asdict(face) for face in faces])
    coverage = {face.file: ranges(TTFont(target / face.file).getBestCmap()) for face in faces}
    write_json(target / "coverage.json", coverage)


if __name__ == "__main__":
    build(CHECKOUT / "build/fonts")
    sys.stdout.write("The fonts are in build/fonts.\n")
