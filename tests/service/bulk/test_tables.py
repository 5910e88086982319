"""A table on its way through the form of the preview."""

import pytest

from service.wizard.bulk.tables import NoTable, as_csv, from_csv
from service.wizard.bulk.text import from_text

pytestmark = pytest.mark.usefixtures("speaking")


def test_a_table_comes_back_from_a_form_as_it_was():
    table = from_text('a\t"two\nlines ""so"""\nc, d\t')
    assert from_csv(as_csv(table).replace("\n", "\r\n")).lines == table.lines


def test_a_table_that_somebody_has_changed_on_the_way_is_refused():
    with pytest.raises(NoTable, match="did not come back"):
        from_csv('"a"b')
