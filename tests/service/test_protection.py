"""Headers, cookies, limits, and forms that did not come from our own pages."""

import re

import pytest

from service.app import create_app
from service.security import MOST_BYTES, MOST_FIELDS
from service.settings import Settings
from service.storage.engine import db
from tests.service.browsing import Browser
from tests.service.test_access import OPEN, WITH_LINK, _address


def _check_headers(response):
    headers = response.headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    for part in ("default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"):
        assert part in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.parametrize("rule", list(OPEN | WITH_LINK))
def test_every_answer_carries_the_headers_whether_found_or_not(example, rule):
    for draft in (example.draft, "nobody"):
        example.open(_address(rule.replace("<token>", "x").replace("<content_mark>/<name>", "x/y"), draft))
        _check_headers(example.response)
        assert example.response.headers["Cache-Control"] == "no-store"


def test_errors_carry_the_headers_too(app, draft, monkeypatch):
    monkeypatch.setattr("service.wizard.views.steps", lambda _loaded: 1 / 0)
    for response in (
        draft.open("").response,
        draft.client.post("/drafts", data={"a": "b"}),
        draft.client.put("/"),
        draft.client.get("/", headers={"Host": "evil.example"}),
        draft.client.post("/drafts", data={"a": "b" * MOST_BYTES}),
    ):
        assert response.status_code >= 400
        _check_headers(response)


def test_scripts_carry_the_number_of_their_page_and_no_page_repeats_it(example):
    numbers = set()
    for page in ("", "check", "preview", "sections/about"):
        example.open(page)
        (number,) = re.findall(r"'nonce-([^']+)'", example.response.headers["Content-Security-Policy"])
        scripts = example.page.xpath("//script")
        assert {script.get("nonce") for script in scripts} == {number}
        numbers.add(number)
    assert len(numbers) == 4


def test_no_page_has_script_or_style_in_its_elements(example):
    for page in ("", "check", "preview", "papers", "sections/about", "sections/partners/partners"):
        example.open(page)
        inline = example.page.xpath("//*[@style] | //style | //@*[starts-with(name(), 'on')]")
        assert inline == [], page


def test_pages_fetch_nothing_from_elsewhere(example):
    for page in ("", "preview", "papers", "sections/about"):
        example.open(page)
        for address in example.page.xpath("//@src | //link/@href | //form/@action"):
            assert address.startswith(("/", "data:image/png;")), address[:100]


def test_page_files_may_be_kept_and_are_found_by_their_content_alone(visitor):
    visitor.open("/")
    for address in visitor.page.xpath("//script/@src | //link/@href"):
        with visitor.client.get(address) as response:
            assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert visitor.client.get("/assets/000000000000/wizard.css").status_code == 404
    assert visitor.client.get(address.rsplit("/", 1)[0] + "/..%2fsettings.py").status_code == 404


@pytest.mark.parametrize("token", [None, "", "forged"])
def test_a_form_that_is_not_ours_changes_nothing_and_shows_what_was_typed(draft, token):
    draft.open("sections/about")
    fields = [(name, value) for name, value in draft.fields(draft.main_form()) if name != "csrf_token"]
    fields = [(name, "Typed for an hour" if name == "full_title" else value) for name, value in fields]
    draft.post(draft.address, [*fields, *([("csrf_token", token)] if token is not None else [])])
    assert draft.status == 400
    assert "What is this agreement called? Typed for an hour" in " ".join(draft.page.itertext())
    assert draft.open("sections/about").value("full_title") == ""


@pytest.mark.parametrize(
    ("rule", "method"), [(rule, m) for rule, methods in (OPEN | WITH_LINK).items() for m in methods if m == "POST"]
)
def test_every_form_needs_the_mark_of_our_pages(example, rule, method):
    address = _address(rule.replace("<token>", example.link.rsplit("/", 1)[1]), example.draft)
    assert example.client.open(address, method=method, data={":end": "1"}).status_code == 400


def test_a_page_may_be_open_for_days(draft, app):
    assert app.config["WTF_CSRF_TIME_LIMIT"] is None


def test_a_name_that_is_not_ours_is_refused_with_a_page(visitor):
    response = visitor.client.get("/", headers={"Host": "evil.example"})
    assert response.status_code == 400
    assert b"We could not read what your browser sent" in response.data


def test_a_body_over_the_limit_is_refused_with_a_page(draft):
    draft.open("sections/about").submit(full_title="x" * MOST_BYTES)
    assert draft.status == 413
    assert draft.heading == "That is more than we can take at once"


def test_too_many_fields_are_refused_with_a_page(draft):
    draft.open("sections/about")
    draft.post(draft.address, [("a", "")] * (MOST_FIELDS + 1))
    assert draft.status == 413


def test_very_much_text_in_one_field_is_still_kept(draft):
    draft.open("sections/about").submit(full_title="x" * 900_000)
    assert draft.status == 422
    assert len(draft.open("sections/about").value("full_title")) == 900_000


def test_a_draft_that_is_full_says_so_and_shows_what_was_typed(draft, monkeypatch):
    monkeypatch.setattr("service.storage.drafts.MOST_STORED", 1000)
    draft.open("sections/about").submit(full_title="y" * 1001)
    assert draft.status == 413
    assert draft.heading == "This agreement is full"
    assert "y" * 1001 in draft.text
    assert draft.open("sections/about").value("full_title") == ""


def _cookie(response):
    return response.headers["Set-Cookie"]


def test_on_a_local_address_the_cookie_is_safe_from_script_and_other_sites(visitor):
    cookie = _cookie(visitor.client.get("/"))
    assert cookie.startswith("agreements=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie
    assert "Strict-Transport-Security" not in visitor.client.get("/").headers


@pytest.fixture
def behind_tls(tmp_path):
    made = create_app(
        Settings(
            folder=tmp_path,
            hosts=("wizard.example",),
            is_behind_tls=True,
            proxies=1,
            log_level="warning",
            secret_key="k" * 40,
        )
    )
    yield made
    with made.app_context():
        db.engine.dispose()


FORWARDED = {"X-Forwarded-Proto": "https", "X-Forwarded-Host": "wizard.example", "X-Forwarded-For": "203.0.113.9"}


def test_behind_tls_the_cookie_is_bound_to_https_and_to_this_host(behind_tls):
    response = behind_tls.test_client().get("/", headers=FORWARDED)
    cookie = _cookie(response)
    assert cookie.startswith("__Host-agreements=")
    assert "Secure" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie
    assert response.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_behind_tls_a_form_works_and_the_private_link_is_an_https_address(behind_tls):
    client = behind_tls.test_client()
    options = {"base_url": "https://wizard.example", "headers": FORWARDED}
    page = client.get("/", **options).get_data(as_text=True)
    token = re.findall(r'name="csrf_token" value="([^"]+)"', page)[0]
    headers = {**FORWARDED, "Referer": "https://wizard.example/"}
    begun = client.post("/drafts", data={"csrf_token": token}, base_url="https://wizard.example", headers=headers)
    assert begun.status_code == 302
    shown = client.get(begun.headers["Location"], **options).get_data(as_text=True)
    assert 'value="https://wizard.example/resume/' in shown


def test_without_a_proxy_nobody_is_believed_about_who_they_are(app):
    response = app.test_client().get("/", headers={"X-Forwarded-Host": "evil.example"})
    assert response.status_code == 200
    assert b"evil.example" not in response.data


@pytest.mark.parametrize("name", ["/../../etc/passwd", "/assets/../wsgi.py", "/drafts//", "/%00", "/drafts/%ff/"])
def test_odd_addresses_are_not_found(app, name):
    assert Browser(app).open("http://localhost" + name).status in (301, 308, 404)
