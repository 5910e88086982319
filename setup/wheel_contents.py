"""Puts wording, examples, fonts and page assets beside the code in the wheel, so that no Node.js is needed there."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Where each lies in the checkout, and where the code looks for it once installed.
PARTS = {
    "templates": "agreements/templates",
    "examples": "agreements/examples",
    "build/fonts": "agreements/fonts",
    "build/assets": "service/assets",
}
# The last file that set-up writes into each folder.
MADE_BY_SETUP = ("build/fonts/coverage.json", "build/assets/wizard.css")


class WheelContents(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's parameter is internal to it
    """Hatchling's hook: runs before a wheel or a source archive is built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds the parts to a wheel; stops with a sentence when set-up has not made them."""
        if version == "editable":
            return
        absent = [file for file in MADE_BY_SETUP if not Path(self.root, file).is_file()]
        if absent:
            self.app.abort(
                f"The fonts and page assets have not been made yet ({', '.join(absent)} not found). "
                "Run 'make setup' first, or simply 'make wheel'."
            )
        if self.target_name == "wheel":
            for part, target in PARTS.items():
                build_data["force_include"][str(Path(self.root, part))] = target
