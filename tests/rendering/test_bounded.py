import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from agreements.document.numbering import numbered
from agreements.errors import Busy, HouseError, RenderingError
from agreements.rendering import bounded, render
from agreements.rendering.bounded import render_bounded
from tests import samples

SMALL = numbered(samples.small_document())
TOO_MUCH = "takes too long to make"


@pytest.fixture
def child(monkeypatch):
    """Runs a program of the test in place of the one that makes papers, and gives back what it left as a paper."""

    def run(program):
        monkeypatch.setattr(bounded, "_CHILD", [sys.executable, "-c", program])
        return render_bounded(SMALL, samples.stamp(), "txt")

    return run


def left_as_paper(expression):
    return f"import json, os, sys; open('paper', 'w').write(json.dumps({expression}))"


def in_the_real_child(render, *before):
    """The real program, with another way of rendering in it."""
    lines = (
        "import json, resource, socket, sys",
        "from agreements import rendering",
        "from agreements.rendering import child",
        *before,
    )
    return "\n".join((*lines, f"rendering.render = lambda *_: {render}", "sys.exit(child.main())"))


@pytest.mark.parametrize("extension", ["docx", "pdf", "html", "txt"])
def test_a_paper_made_within_limits_has_the_same_bytes(extension):
    made = render_bounded(SMALL, samples.stamp(), extension)
    assert made == render(SMALL, samples.stamp(), extension)


def test_what_is_wrong_with_a_house_file_is_told_in_the_same_words(tmp_path):
    house = tmp_path / "house.docx"
    house.write_bytes(b"no Word file")
    with pytest.raises(HouseError) as direct:
        render(SMALL, samples.stamp(), "docx", house)
    with pytest.raises(HouseError) as from_child:
        render_bounded(SMALL, samples.stamp(), "docx", house)
    assert str(from_child.value) == str(direct.value)


def test_a_letter_without_a_typeface_is_told_as_a_rendering_error():
    document = numbered(replace(samples.small_document(), title="\U00013000"))
    with pytest.raises(RenderingError, match=r"U\+13000"):
        render_bounded(document, samples.stamp(), "pdf")


def test_no_secret_of_ours_is_in_its_environment(child, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "do not tell")
    assert "do not tell" not in child(left_as_paper("dict(os.environ)")).decode()


def test_its_folder_is_empty_its_own_and_gone_afterwards(child):
    folder, temporary, listing = json.loads(
        child(left_as_paper("[os.getcwd(), os.environ['TMPDIR'], sorted(os.listdir())]"))
    )
    assert folder == temporary
    assert set(listing) <= {"complaints", "paper"}
    assert not Path(folder).exists()


def test_it_has_limits_on_memory_time_files_and_dumps(child):
    kinds = "['RLIMIT_AS', 'RLIMIT_CPU', 'RLIMIT_FSIZE', 'RLIMIT_CORE']"
    limits = f"[resource.getrlimit(getattr(resource, kind)) for kind in {kinds}]"
    found = child(in_the_real_child(f"json.dumps({limits}).encode()"))
    assert json.loads(found) == [[2**30, 2**30], [30, 30], [2**26, 2**26], [0, 0]]


def test_it_has_no_network_where_the_kernel_allows_that(child):
    names = "[name for _, name in socket.if_nameindex()]"
    found = json.loads(child(in_the_real_child(f"json.dumps({names}).encode()")))
    allowed = subprocess.run(["unshare", "-rn", "true"], check=False, capture_output=True).returncode == 0
    assert found == ["lo"] or not allowed


@pytest.mark.parametrize(
    "program",
    [
        in_the_real_child("bytearray(2**31)"),
        in_the_real_child("[0 for _ in iter(int, 1) if False]", "child.LIMITS[resource.RLIMIT_CPU] = 1"),
        "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
    ],
    ids=["memory", "time", "killed by the system"],
)
def test_a_paper_that_needs_too_much_is_ended_and_said_to(child, program):
    with pytest.raises(RenderingError, match=TOO_MUCH):
        child(program)


def test_a_paper_that_takes_too_long_is_ended_with_all_that_it_started(child, monkeypatch, tmp_path):
    monkeypatch.setattr(bounded, "SECONDS", 2)
    note = tmp_path / "pid"
    program = (
        "import subprocess, time\n"
        f"started = subprocess.Popen(['sleep', '300']); open({str(note)!r}, 'w').write(str(started.pid))\n"
        "time.sleep(300)"
    )
    with pytest.raises(RenderingError, match=TOO_MUCH):
        child(program)
    assert _is_gone(int(note.read_text()))


def _is_gone(pid):
    for _ in range(100):
        try:
            state = Path(f"/proc/{pid}/stat").read_text().split(")")[-1].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


def test_a_fault_of_ours_is_logged_without_the_words_in_it_and_not_shown(child, caplog):
    with pytest.raises(RenderingError, match="could not be made") as error:
        child(in_the_real_child("int('an ' + 'answer')"))
    assert "ValueError" not in str(error.value)
    assert "ValueError" in caplog.text
    assert "child.py" in caplog.text
    assert "an answer" not in caplog.text


@pytest.fixture
def slow(monkeypatch):
    """Papers that are made when the test says so, at most two at once, and no more than three waiting."""
    go, making, peak = threading.Event(), [], []

    def made(*_):
        making.append(1)
        peak.append(len(making))
        go.wait(30)
        making.pop()
        return b"paper"

    monkeypatch.setattr(bounded, "_made", made)
    monkeypatch.setattr(bounded, "_places", threading.BoundedSemaphore(bounded.AT_ONCE + 3))
    return go, peak


def started(count):
    results = []
    threads = [
        threading.Thread(target=lambda: results.append(render_bounded(SMALL, samples.stamp(), "txt")))
        for _ in range(count)
    ]
    for thread in threads:
        thread.start()
    return threads, results


def test_two_papers_are_made_at_once_others_wait_and_more_are_turned_away(slow):
    go, peak = slow
    threads, results = started(5)
    while bounded._places._value or len(peak) < 2:
        os.sched_yield()
    with pytest.raises(Busy, match="Wait a minute"):
        render_bounded(SMALL, samples.stamp(), "txt")
    go.set()
    for thread in threads:
        thread.join(30)
    assert results == [b"paper"] * 5
    assert max(peak) == bounded.AT_ONCE
    assert render_bounded(SMALL, samples.stamp(), "txt") == b"paper"


def test_who_has_waited_too_long_is_turned_away(slow, monkeypatch):
    go, peak = slow
    threads, _ = started(2)
    while len(peak) < 2:
        os.sched_yield()
    monkeypatch.setattr(bounded, "LONGEST_WAIT", 0.01)
    with pytest.raises(Busy):
        render_bounded(SMALL, samples.stamp(), "txt")
    go.set()
    for thread in threads:
        thread.join(30)
    assert render_bounded(SMALL, samples.stamp(), "txt") == b"paper"


def test_a_failed_paper_gives_its_place_back(child):
    for _ in range(bounded.AT_ONCE + 1):
        with pytest.raises(RenderingError):
            child("1 / 0")
    assert bounded._running._value == bounded.AT_ONCE
