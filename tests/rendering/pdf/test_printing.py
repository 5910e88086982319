import gc
import logging
import os

import pytest

from agreements.errors import RenderingError
from agreements.rendering.pdf import printing
from agreements.rendering.pdf.printing import print_page
from agreements.rendering.pdf.typefaces import families

PAGE = '<html lang="en"><title>Test</title><style>{style}</style><body>{body}'


def page(body, style=""):
    return PAGE.format(body=body, style=f"html {{ font-family: {families()} }} {style}")


@pytest.fixture
def secret(tmp_path):
    file = tmp_path / "secret.txt"
    file.write_text("hidden")
    return file.as_uri()


@pytest.mark.parametrize(
    "body",
    [
        '<img src="{url}" alt="x">',
        '<link rel="stylesheet" href="{url}">',
        '<object data="{url}"></object>',
        '<embed src="{url}">',
        '<link rel="attachment" href="{url}">',
        '<a rel="attachment" href="{url}">x</a>',
        '<p style="background: url({url})">x</p>',
        '<p style="list-style: url({url}); display: list-item">x</p>',
        '<style>@import "{url}";</style>',
        '<svg width="10" height="10"><image href="{url}" width="5" height="5"/></svg>',
    ],
)
def test_no_file_of_the_machine_can_be_fetched(body, secret):
    with pytest.raises(RenderingError, match="a paper fetches nothing"):
        print_page(page(body.format(url=secret)))


def test_no_address_on_the_network_can_be_fetched():
    with pytest.raises(RenderingError, match="a paper fetches nothing"):
        print_page(page('<img src="http://127.0.0.1:9/x.png" alt="x">'))


def test_a_letter_that_no_typeface_has_is_an_error_and_not_a_box():
    with pytest.raises(RenderingError, match="U\\+13000"):
        print_page(page("<p>\U00013000</p>"))


def test_what_weasyprint_only_warns_of_is_an_error_even_where_its_logger_is_silenced():
    logger = logging.getLogger("weasyprint")
    logger.disabled = True
    try:
        with pytest.raises(RenderingError, match="no-such-property"):
            print_page(page("<p>x</p>", "p { no-such-property: 1 }"))
        assert logger.disabled
    finally:
        logger.disabled = False


def test_a_paper_has_three_hundred_pages_at_most(monkeypatch):
    monkeypatch.setattr(printing, "MOST_PAGES", 3)
    turned = '<p style="break-after: page">x</p>'
    assert print_page(page(turned * 2 + "<p>x</p>")).startswith(b"%PDF")
    with pytest.raises(RenderingError, match=r"would have 4 pages\. A PDF can have 3"):
        print_page(page(turned * 3 + "<p>x</p>"))


@pytest.mark.parametrize("body", ["<p>x</p>", '<img src="file:///nothing" alt="x">'])
def test_the_collector_the_environment_and_the_logger_are_left_as_they_were(body, monkeypatch):
    monkeypatch.setenv("FONTCONFIG_FILE", "/some/file")
    handlers = list(logging.getLogger("weasyprint").handlers)
    try:
        print_page(page(body))
    except RenderingError:
        assert "img" in body
    assert gc.isenabled()
    assert os.environ["FONTCONFIG_FILE"] == "/some/file"
    assert logging.getLogger("weasyprint").handlers == handlers


def test_what_calls_itself_a_picture_and_is_none_stops_the_paper():
    with pytest.raises(RenderingError):
        print_page('<html lang="en"><title>t</title><p><img alt="a" src="data:image/png;base64,QUJD"></p>')
