"""Settings that all tests share."""

import os

import pytest
from hypothesis import HealthCheck, settings

# A run finds the same things every time, whatever the clock says; HYPOTHESIS_PROFILE=search looks for new ones.
_patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", _patient, max_examples=60, derandomize=True, database=None)
settings.register_profile("search", _patient, max_examples=2000, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden-update", action="store_true", help="Write the golden papers anew, to be read in Git.")
