"""E-mail addresses: one, plain, and nothing that could become more."""

import pytest

from service.email_addresses import LONGEST_ADDRESS, is_email_address


@pytest.mark.parametrize(
    "address", ["name@example.org", "first.last+notes@post.example.co.uk", "o'neill@example.org", "a@b-c.example"]
)
def test_usual_addresses_can_be_written_to(address):
    assert is_email_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "name",
        "name@localhost",
        "@example.org",
        "name@example.org\n",
        "name@example.org\r\nBcc: other@example.org",
        "name@example.org,other@example.org",
        "name@example.org other@example.org",
        "Name <name@example.org>",
        '"name"@example.org',
        "name..last@example.org",
        "name@-example.org",
        "name@example..org",
        "name@[127.0.0.1]",
        "nåme@example.org",
        "name@example.org\x00",
        f"{'n' * 65}@example.org",
        f"n@{'e.' * LONGEST_ADDRESS}org",
    ],
)
def test_anything_that_could_be_more_than_one_plain_address_is_refused(address):
    assert not is_email_address(address)
