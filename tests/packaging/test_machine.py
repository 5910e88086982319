import shutil
import subprocess
import sys

import pytest

from setup import machine

ABSENT = machine.Need("to show it", ("no-such-program",), "no-such-deb", "no-such-rpm", "no-such-brew")


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Every command that set-up would have run, none of which is run."""
    seen: list[list[str]] = []

    def remember(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        seen.append(command)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", remember)
    return seen


def test_a_shared_library_that_does_not_exist_is_missing() -> None:
    assert not machine.Need("", ("libno-such-library.so.0",), "", "", "").is_met()


def test_one_of_several_names_is_enough() -> None:
    assert machine.Need("", ("no-such-program", "sh"), "", "", "").is_met()


def test_nothing_is_installed_when_nothing_is_missing(commands: list[list[str]]) -> None:
    assert machine.main("test") == 0
    assert commands == []


def test_what_cannot_be_installed_is_named_with_the_reason_and_a_command_for_each_system(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(machine.NEEDS, "run", (ABSENT,))
    monkeypatch.setattr(machine, "administrator", lambda: None)

    assert machine.main("run") == 1

    said = capsys.readouterr().err
    assert "no-such-program: to show it" in said
    assert "apt-get install no-such-deb" in said
    assert "dnf install no-such-rpm" in said
    assert "brew install no-such-brew" in said
    assert commands == []


def test_an_administrator_of_a_debian_machine_gets_what_is_missing_installed(
    commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "administrator", lambda: ["sudo", "-n"])
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")

    machine.install([ABSENT])

    update, install = commands
    assert update[:2] == install[:2] == ["sudo", "-n"]
    assert update[-1] == "update"
    assert install[-1] == "no-such-deb"


def test_a_python_that_is_too_old_is_told_which_one_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(machine, "OLDEST_PYTHON", (sys.version_info[0], sys.version_info[1] + 1))

    assert machine.main("run") == 1
    assert "needs Python" in capsys.readouterr().err
