import json
import os

import pytest

from agreements import resources
from agreements.rendering.pdf.typefaces import families, only_bundled_typefaces


def test_letters_are_looked_for_in_latin_first_and_in_every_bundled_family():
    named = [name.strip('"') for name in families().split(", ")]
    faces = json.loads((resources.fonts() / "faces.json").read_text("utf-8"))
    assert named[0] == "Noto Sans"
    assert set(named) == {face["family"] for face in faces}
    assert len(named) == len(set(named))


@pytest.mark.parametrize("before", [None, "/some/file"])
def test_only_the_bundled_folder_is_named_and_only_for_a_while(before, monkeypatch):
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    if before:
        monkeypatch.setenv("FONTCONFIG_FILE", before)
    with only_bundled_typefaces(), open(os.environ["FONTCONFIG_FILE"]) as settings:  # noqa: PTH123
        assert settings.read() == f"<fontconfig><dir>{resources.fonts()}</dir></fontconfig>"
    assert os.environ.get("FONTCONFIG_FILE") == before
