"""The lock files name every package once, exactly, by its hashes, and name no place to fetch it from."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).parents[2]
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
LOCKS = ("run", "test", "node")


def entries(lock: str) -> list[str]:
    """Each package of a lock file with its hashes, as one line."""
    text = (CHECKOUT / f"setup/locks/{lock}.txt").read_text("utf-8")
    return text.replace("\\\n", " ").splitlines()


def locked(lock: str) -> dict[str, list[Requirement]]:
    """The requirements of a lock file by name: more than one where they differ by Python or system."""
    found: dict[str, list[Requirement]] = {}
    for entry in entries(lock):
        requirement = Requirement(entry.split("--hash")[0].strip())
        found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


def declared(*extras: str) -> list[Requirement]:
    project = PROJECT["project"]
    texts = [*project["dependencies"], *PROJECT["dependency-groups"]["setup"]]
    for extra in extras:
        texts += project["optional-dependencies"][extra]
    return [Requirement(text) for text in texts]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_locked_to_one_version_and_its_hashes(lock: str) -> None:
    for entry in entries(lock):
        assert re.match(r"[a-z0-9-]+==\S+ ", entry), entry
        assert "--hash=sha256:" in entry, entry


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_names_no_registry(lock: str) -> None:
    text = (CHECKOUT / f"setup/locks/{lock}.txt").read_text("utf-8")
    assert "://" not in text
    assert "--index-url" not in text


@pytest.mark.parametrize(("lock", "extras"), [("run", ["web"]), ("test", ["web", "dev"])])
def test_every_declared_dependency_is_locked_at_a_version_it_allows(lock: str, extras: list[str]) -> None:
    versions = locked(lock)
    for wanted in declared(*extras):
        for chosen in versions[canonicalize_name(wanted.name)]:
            (specifier,) = chosen.specifier
            assert wanted.specifier.contains(specifier.version), f"{wanted} is locked as {chosen}"


@pytest.mark.parametrize("lock", ["run", "node"])
def test_running_and_testing_use_the_same_versions(lock: str) -> None:
    tested = locked("test")
    for name, requirements in locked(lock).items():
        assert {str(one.specifier) for one in requirements} <= {str(one.specifier) for one in tested[name]}


def test_every_npm_package_is_locked_by_its_hash_and_no_registry_is_named() -> None:
    packages = json.loads((CHECKOUT / "package-lock.json").read_text("utf-8"))["packages"]
    wanted = json.loads((CHECKOUT / "package.json").read_text("utf-8"))

    for name, version in (wanted["dependencies"] | wanted["devDependencies"]).items():
        assert packages[f"node_modules/{name}"]["version"] == version
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert name == "" or package["integrity"].startswith("sha512-")
