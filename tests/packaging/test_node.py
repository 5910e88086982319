from pathlib import Path

import pytest

from setup import node


@pytest.fixture
def only_programs_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the whole PATH."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def put_program(folder: Path, name: str, prints: str) -> None:
    program = folder / name
    program.write_text(f"#!/bin/sh\necho '{prints}'\n", "utf-8")
    program.chmod(0o755)


@pytest.mark.parametrize(
    ("version", "is_used"), [("v18.20.4", False), ("v20.18.3", False), ("v20.19.0", True), ("v24.1.0", True)]
)
def test_the_node_of_the_machine_is_used_only_when_new_enough_for_sass(
    only_programs_here: Path, version: str, is_used: bool
) -> None:
    put_program(only_programs_here, "node", version)
    put_program(only_programs_here, "npm", "11.0.0")
    assert node.machine_has_node() is is_used


def test_node_without_npm_is_not_used(only_programs_here: Path) -> None:
    put_program(only_programs_here, "node", "v24.1.0")
    assert not node.machine_has_node()


def test_without_node_on_the_machine_the_packaged_one_runs(
    only_programs_here: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert list(only_programs_here.iterdir()) == []
    assert node.main("node", "--eval", "console.log('ran', process.versions.node.split('.')[0])") == 0
    assert "ran 24" in capfd.readouterr().out
