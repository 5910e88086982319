"""The tests read papers with other people's programs. A machine without them fails; nothing is skipped."""

import pytest

from setup import machine


@pytest.mark.parametrize("need", machine.TEST, ids=lambda need: need.found_by[0])
def test_this_machine_has_every_library_and_program_that_the_tests_use(need: machine.Need) -> None:
    assert need.is_met(), machine.advice([need])
