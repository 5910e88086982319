"""Where templates, fonts and examples lie: as the settings say, in the installed package, or in the checkout."""

import os
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent


def _find(setting: str, packaged: str, in_checkout: str) -> Path:
    chosen = os.environ.get(setting)
    if chosen:
        return Path(chosen)
    inside = _PACKAGE / packaged
    return inside if inside.is_dir() else _CHECKOUT / in_checkout


@cache
def templates() -> Path:
    """The folder of wording and furniture (`AGREEMENTS_TEMPLATES` overrides it)."""
    return _find("AGREEMENTS_TEMPLATES", "templates", "templates")


@cache
def fonts() -> Path:
    """The folder of the TTF files that set-up prepares, with `coverage.json` (`AGREEMENTS_FONTS` overrides it)."""
    return _find("AGREEMENTS_FONTS", "fonts", "build/fonts")


@cache
def examples() -> Path:
    """The folder of example answer files (`AGREEMENTS_EXAMPLES` overrides it)."""
    return _find("AGREEMENTS_EXAMPLES", "examples", "examples")
