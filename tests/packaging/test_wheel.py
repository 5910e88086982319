"""The wheel is all that another machine needs: no checkout, no Node.js, no programs on the PATH."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]


def hatchling(target: str, checkout: Path, out: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(out)]
    return subprocess.run(command, cwd=checkout, capture_output=True, text=True, timeout=120, check=False)


def files_under(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what `pip install` would put beside the libraries, and nothing of the checkout."""
    out = tmp_path_factory.mktemp("wheel")
    built = hatchling("wheel", CHECKOUT, out)
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = out.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(out / "installed")
    return out / "installed"


def run(installed: Path, code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs Python code against the installed packages, with no program to be found and no home."""
    empty = installed.parent
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=empty,
        env={"PYTHONPATH": str(installed), "PATH": "", "HOME": str(empty)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_wheel_has_all_wording_fonts_and_page_assets(installed: Path) -> None:
    assert files_under(installed / "agreements/templates") == files_under(CHECKOUT / "templates")
    assert files_under(installed / "agreements/fonts") == files_under(CHECKOUT / "build/fonts")
    assert files_under(installed / "service/assets") == files_under(CHECKOUT / "build/assets")


def test_the_wheel_has_nothing_but_the_two_packages(installed: Path) -> None:
    top = {path.name for path in installed.iterdir()}
    assert {name for name in top if not name.endswith(".dist-info")} == {"agreements", "service"}
    assert not list(installed.rglob("test_*"))


def test_the_wheel_has_its_licence_and_its_command(installed: Path) -> None:
    (info,) = installed.glob("*.dist-info")
    assert "MIT License" in (info / "licenses/LICENSE").read_text("utf-8")
    assert "agreements = agreements.__main__:run" in (info / "entry_points.txt").read_text("utf-8")


def test_an_installed_wheel_makes_both_papers_with_an_empty_path(installed: Path, tmp_path: Path) -> None:
    code = (
        "import sys; import agreements; from agreements.cli import main; print(agreements.__file__); sys.exit(main())"
    )
    example = CHECKOUT / "examples/f2-brook-lane-welcome.yaml"
    formats = ["--format", "docx", "--format", "pdf"]

    made = run(installed, code, "render", str(example), *formats, "--out", str(tmp_path))

    assert made.returncode == 0, made.stdout + made.stderr
    assert str(installed) in made.stdout
    assert {path.suffix for path in tmp_path.iterdir()} == {".docx", ".pdf"}


def test_an_installed_wheel_serves_the_wizard_with_its_style(installed: Path) -> None:
    code = (
        "import re, service.app, service.settings; "
        "visitor = service.app.create_app(service.settings.read_settings()).test_client(); "
        "page = visitor.get('/'); "
        "style = visitor.get(re.search(r'/assets/[^\"]+/wizard.css', page.text)[0]); "
        "print(service.__file__, page.status_code, style.status_code, style.mimetype)"
    )

    served = run(installed, code)

    assert served.returncode == 0, served.stdout + served.stderr
    assert served.stdout.splitlines()[-1] == f"{installed}/service/__init__.py 200 200 text/css"


@pytest.mark.parametrize("target", ["wheel", "sdist"])
def test_building_before_set_up_fails_with_a_sentence_that_says_what_to_do(target: str, tmp_path: Path) -> None:
    for folder in ("agreements", "service", "setup", "templates"):
        shutil.copytree(CHECKOUT / folder, tmp_path / folder)
    for file in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(CHECKOUT / file, tmp_path)

    built = hatchling(target, tmp_path, tmp_path / "dist")

    assert built.returncode != 0
    assert "Run 'make setup' first" in built.stdout + built.stderr
    assert "Traceback" not in built.stdout + built.stderr


def test_a_source_archive_carries_fonts_and_assets_so_that_it_needs_no_node(tmp_path: Path) -> None:
    built = hatchling("sdist", CHECKOUT, tmp_path)
    assert built.returncode == 0, built.stdout + built.stderr
    (archive,) = tmp_path.glob("*.tar.gz")
    subprocess.run(["tar", "-xzf", archive.name], cwd=tmp_path, check=True)
    (source,) = (path for path in tmp_path.iterdir() if path.is_dir())

    assert files_under(source / "build/fonts") == files_under(CHECKOUT / "build/fonts")
    rebuilt = hatchling("wheel", source, tmp_path / "dist")
    assert rebuilt.returncode == 0, rebuilt.stdout + rebuilt.stderr
