"""Private links: shown once, kept as a hash, harmless to programs that look at links, renewed when lost."""

import sqlite3
from datetime import timedelta

import pytest

from service import access, mail, private_links
from service.security import limiter
from service.storage import links
from service.storage.engine import db, writing
from service.storage.models import Link, now
from tests.service.browsing import Browser


def _database(settings):
    connection = sqlite3.connect(settings.database.database)
    text = "\n".join(connection.iterdump())
    connection.close()
    return text


def _token(browser):
    return browser.link.rsplit("/", 1)[1]


def test_a_token_has_far_more_than_128_bits():
    tokens = {links.new_token() for _time in range(1000)}
    assert len(tokens) == 1000
    assert {len(token) for token in tokens} == {32}


def test_only_the_hash_of_a_token_is_stored(draft, settings):
    assert _token(draft) not in _database(settings)
    assert links.token_hash(_token(draft)) in _database(settings)


def test_the_link_is_shown_until_it_is_kept_and_never_again(visitor):
    visitor.open("/").submit(visitor.form(action="/drafts"))
    visitor.draft = visitor.address.split("/")[4]
    link = visitor.page.get_element_by_id("private-link").value
    assert visitor.open("links/new").page.get_element_by_id("private-link").value == link
    visitor.submit(visitor.form(action="kept"))
    assert visitor.open("links/new").heading.endswith("Private links")
    assert link not in visitor.response.get_data(as_text=True)


def test_the_link_brings_another_browser_to_the_draft(app, example):
    second = Browser(app)
    second.open(example.link)
    assert second.heading == "Welcome back"
    second.submit(second.form(action="/resume/"))
    assert second.heading.endswith("Brook Lane Welcome")


def test_looking_at_a_link_lets_nobody_in(app, example):
    preview = Browser(app)
    for _time in range(3):
        assert preview.open(example.link).status == 200
    assert preview.open(f"/drafts/{example.draft}/").status == 404


def test_the_page_of_a_link_says_nothing_of_what_is_behind_it(app, example):
    assert "Brook Lane" not in Browser(app).open(example.link).response.get_data(as_text=True)


def test_a_new_link_replaces_the_old_one_at_once(app, example):
    _renew(example)
    new = example.page.get_element_by_id("private-link").value
    assert Browser(app).open(example.link).status == 404
    assert Browser(app).open(new).status == 200
    assert example.open("").status == 200


def _renew(browser):
    browser.open("links")
    browser.open(next(address for words, address in browser.links().items() if words.startswith("Make it anew")))
    return browser.submit(browser.form(action="renew"))


def _let_in(app, browser, **typed):
    """Somebody else, let in by a link that this browser makes."""
    browser.open("links")
    browser.submit(browser.form(action="/links"), **typed)
    other = Browser(app)
    other.open(browser.page.get_element_by_id("private-link").value)
    other.draft = browser.draft
    browser.submit(browser.form(action="kept"))
    return other.submit(other.form(action="/resume/"))


def _change(app, example, name, **values):
    with app.app_context(), writing(example.draft) as session:
        found = next(link for link in links.all_of(session, example.draft) if link.name == name)
        for field, value in values.items():
            setattr(found, field, value)


def test_each_person_can_have_a_link_of_their_own_and_all_see_who_has_one(app, example):
    reader = _let_in(app, example, name="The treasurer", partner="neighbours", may="view", days="30")
    for browser in (example, reader):
        browser.open(f"/drafts/{example.draft}/links")
        assert "The treasurer" in browser.text
        values = [one.text_content() for one in browser.page.xpath("//dd")]
        assert {"the Neighbours", "Read and download"} <= set(values)
    assert "Let somebody else in" not in reader.text


def test_who_may_only_read_begins_at_the_preview_and_is_told_what_the_link_does_not_allow(app, example):
    reader = _let_in(app, example, may="view")
    assert reader.address.endswith("/preview")
    assert not [address for address in reader.links().values() if "sections" in address or address.endswith("check")]
    assert reader.open("sections/vision").status == 403
    assert "With your link you can: read and download." in reader.text
    assert reader.open(reader.links()["Read the agreement"]).status == 200


def test_what_somebody_types_who_may_not_change_it_any_more_is_shown_again(app, example):
    editor = _let_in(app, example, name="Asha").open("sections/vision")
    _change(app, example, "Asha", may="view")
    editor.submit(area="Typed for an hour")
    assert editor.status == 403
    assert "Typed for an hour" in editor.text


def test_a_link_is_withdrawn_at_once_also_on_an_open_page_and_what_was_typed_is_shown_again(app, example):
    other = _let_in(app, example, name="Asha").open("sections/vision")
    example.open("links")
    example.open(example.links()["Withdraw Asha"])
    example.submit(example.form(action="withdraw"))
    assert "Asha" not in example.text
    other.submit(area="Typed for an hour")
    assert other.status == 404
    assert "Typed for an hour" in other.text
    assert example.open("sections/vision").value("area") != "Typed for an hour"


def test_the_last_link_that_can_change_the_agreement_cannot_be_withdrawn(app, example):
    _let_in(app, example, name="Asha", may="view")
    _let_in(app, example, name="Ben", may="edit", days="7")
    example.open("links")
    example.open(example.links()["Withdraw A link without a name"])
    example.submit(example.form(action="withdraw"))
    assert "Make another one first" in example.text
    assert example.open("").status == 200


def test_another_holder_replaces_a_lost_link_with_the_same_name_and_right(app, example):
    reader = _let_in(app, example, name="The treasurer", may="view")
    example.open("links")
    example.open(example.links()["Make it anew The treasurer"])
    example.submit(example.form(action="renew"))
    assert example.heading.endswith("A private link for The treasurer")
    anew = Browser(app).open(example.page.get_element_by_id("private-link").value)
    assert anew.submit(anew.form(action="/resume/")).address.endswith("/preview")
    assert reader.open("preview").status == 404


def test_a_link_can_run_out(app, example):
    other = _let_in(app, example, name="The adviser", days="7")
    assert other.open("").status == 200
    with app.app_context():
        found = next(link for link in links.all_of(db.session, example.draft) if link.name == "The adviser")
        assert found.expires_at
        assert timedelta(days=6, hours=23) < found.expires_at - now() <= timedelta(days=7)
    _change(app, example, "The adviser", expires_at=now())
    assert other.open("").status == 404
    assert "Has run out" in example.open("links").text


def test_a_name_that_cannot_be_shown_is_refused_next_to_its_place_and_kept(example):
    example.open("links")
    example.submit(example.form(action="/links"), name="Ash\u202ea")
    assert example.status == 422
    assert example.errors()[0][0] == "#name"
    assert example.value("name") == "Ash\u202ea"


def test_a_draft_has_so_many_links_and_no_more(example, monkeypatch):
    monkeypatch.setattr(links, "MOST_LINKS", 1)
    example.open("links")
    example.submit(example.form(action="/links"))
    assert "No link was made" in example.text


def test_a_shared_computer_can_forget_the_agreement_and_the_link_goes_on_working(app, example):
    example.open("finish")
    example.submit(example.form(action="finish"))
    assert "This computer has forgotten the agreement." in example.text
    assert "last changed on" not in example.text
    assert example.open(f"/drafts/{example.draft}/").status == 404
    assert Browser(app).open(example.link).status == 200


def test_the_page_of_a_new_link_has_it_as_a_code_too(example):
    _renew(example)
    assert example.page.xpath("//img/@src")[-1].startswith("data:image/png;base64,")


@pytest.fixture
def new_link(mailbox, visitor):
    """A browser on the page of the first link of a new draft, where messages can be sent."""
    visitor.open("/")
    visitor.submit(visitor.form(example="f2-brook-lane-welcome"))
    visitor.draft = visitor.address.split("/")[4]
    return visitor


def _link(browser):
    return browser.page.get_element_by_id("private-link").value


def _send(browser, **typed):
    return browser.submit(browser.form(action="/links/new"), **typed)


def test_without_a_mail_server_no_page_offers_to_send_anything(visitor):
    visitor.open("/").submit(visitor.form(action="/drafts"))
    assert not visitor.has("address")


def test_the_first_link_of_a_draft_can_be_sent_and_is_still_shown(app, new_link, mailbox):
    link = _link(new_link)
    _send(new_link, address=" asha@brook.example ")
    assert "The link was sent to asha@brook.example." in new_link.text
    assert _link(new_link) == link
    (message,) = mailbox.messages
    assert (message["To"], message["Subject"]) == ("asha@brook.example", "Private link: Brook Lane Welcome")
    words = message.get_content()
    assert link in words
    assert "If you did not expect this message, delete it." in words
    assert "before the agreement is deleted" not in words
    came = Browser(app).open(next(line for line in words.splitlines() if "/resume/" in line))
    assert came.submit(came.form(action="/resume/")).heading.endswith("Brook Lane Welcome")


def test_the_message_says_what_another_link_allows_and_until_when(mailbox, example):
    example.open("links")
    example.submit(example.form(action="/links"), name="The treasurer", may="view", days="30")
    _send(example, address="asha@brook.example")
    words = " ".join(mailbox.messages[0].get_content().split())
    assert "With it you can: read and download. It works until" in words


def test_a_sent_link_is_shown_no_more_when_it_is_kept(new_link):
    _send(new_link, address="asha@brook.example")
    new_link.submit(new_link.form(action="kept"))
    assert new_link.open("links/new").heading.endswith("Private links")


@pytest.mark.parametrize("address", ["", "asha", "a@b.example, c@d.example", "a@b.example\nBcc: c@d.example"])
def test_what_is_no_address_is_said_beside_it_and_stays_there(new_link, mailbox, address):
    link = _link(new_link)
    _send(new_link, address=address, notice="yes")
    assert new_link.status == 422
    assert new_link.errors() == [("#address", "Enter one e-mail address, such as name@example.org.")]
    assert new_link.title.startswith("Error: ")
    assert (new_link.value("address"), new_link.value("notice")) == (address, ["yes"])
    assert _link(new_link) == link
    assert mailbox.messages == []


@pytest.mark.parametrize(("answer", "status"), [("550 No such user", 422), ("451 Later", 503)])
def test_when_the_mail_server_refuses_the_page_says_so_and_nothing_is_lost(
    app, new_link, mailbox, answer, status, caplog, capsys
):
    mailbox.answer_to_receiver = answer
    link = _link(new_link)
    _send(new_link, address="asha@brook.example", notice="yes")
    assert new_link.status == status
    assert new_link.errors()[0][1].startswith("Nothing was sent: ")
    assert (new_link.value("address"), new_link.value("notice")) == ("asha@brook.example", ["yes"])
    assert _link(new_link) == link
    assert _notice_addresses(app, new_link) == [""]
    # Where our log goes depends on whether another test has configured it. "mail.log" is that of the mail server.
    ours = [record.getMessage() for record in caplog.records if record.name != "mail.log"]
    logged = "".join([*ours, capsys.readouterr().out])
    assert "message not sent" in logged
    assert "asha@" not in logged


def _notice_addresses(app, browser):
    with app.app_context():
        return [link.notice_to for link in links.all_of(db.session, browser.draft)]


def test_the_database_is_not_held_while_the_mail_server_is_waited_for(app, new_link, mailbox, monkeypatch):
    held = []
    monkeypatch.setattr(mail, "send", lambda *_message: held.append(db.session.in_transaction()))
    _send(new_link, address="asha@brook.example")
    assert held == [False]


def test_an_address_is_kept_for_a_notice_only_if_that_is_asked_for(app, new_link, mailbox):
    _send(new_link, address="asha@brook.example")
    assert _notice_addresses(app, new_link) == [""]
    _send(new_link, address="ben@brook.example", notice="yes")
    assert _notice_addresses(app, new_link) == ["ben@brook.example"]
    assert "We keep your address" in mailbox.messages[1].get_content()


def test_an_address_goes_over_to_a_link_made_anew_and_away_with_one_withdrawn(app, new_link, settings):
    _send(new_link, address="ben@brook.example", notice="yes")
    _renew(new_link)
    assert _notice_addresses(app, new_link) == ["ben@brook.example"]
    new_link.submit(new_link.form(action="kept"))
    _let_in(app, new_link, name="Asha")
    new_link.open("links").open(new_link.links()["Withdraw A link without a name"])
    new_link.submit(new_link.form(action="withdraw"))
    assert "ben@brook.example" not in _database(settings)


@pytest.fixture
def many_sent(new_link, mailbox, monkeypatch):
    """Sends many messages from so many computers, and says how many went out. The mail server is left out of it."""
    limiter.enabled = True
    monkeypatch.setattr(private_links, "_message", lambda *_link, **_more: ("", ""))
    monkeypatch.setattr(mail, "send", lambda *message: mailbox.messages.append(message))

    def send(times, computers):
        fields = dict([*new_link.fields(new_link.form(action="/links/new")), ("address", "asha@brook.example")])
        for number in range(times):
            comes_from = {"REMOTE_ADDR": f"127.0.0.{1 + number % computers}"}
            new_link.client.post(f"/drafts/{new_link.draft}/links/new", data=fields, environ_base=comes_from)
        return len(mailbox.messages)

    return send


def test_messages_are_limited_and_the_link_stays_shown_with_what_was_typed(new_link, many_sent):
    link = _link(new_link)
    assert _send(new_link, address="asha").status == 422
    assert many_sent(32, computers=1) == 30
    _send(new_link, address="ben@brook.example")
    assert new_link.status == 429
    assert "too many messages" in new_link.text
    assert (new_link.value("address"), _link(new_link)) == ("ben@brook.example", link)


def test_messages_for_everybody_together_are_limited_too(many_sent):
    assert many_sent(302, computers=100) == 300


def test_the_first_page_lists_the_drafts_of_this_browser_alone(app, example):
    assert "Brook Lane Welcome last changed on" in example.open("/").text
    assert "last changed on" not in Browser(app).open("/").text


def test_wrong_links_are_limited_and_right_ones_are_not_counted(app, example):
    limiter.enabled = True
    for _time in range(40):
        assert example.open(example.link).status == 200
    tried = [Browser(app).open(f"/resume/{'x' * 31}{number % 10}").status for number in range(25)]
    assert tried == [404] * 20 + [429] * 5
    guess = Browser(app).open("/resume/another")
    assert guess.heading == "That was a bit too often"
    assert int(guess.response.headers["Retry-After"]) > 0


def test_beginning_drafts_is_limited(app):
    client = app.test_client()
    browser = Browser(app)
    browser.client = client
    browser.open("/")
    form = browser.form(action="/drafts")
    codes = [client.post("/drafts", data=dict(browser.fields(form))).status_code for _time in range(62)]
    assert codes[:60] == [302] * 60
    assert codes[60:] == [429, 429]


def test_a_browser_forgets_the_oldest_of_very_many_links(app):
    with app.test_request_context("/"):
        for number in range(access.MOST_LINKS + 5):
            access.remember(Link(id=f"link-{number}"))
        assert len(access._known()) == access.MOST_LINKS
        assert access._known()[-1] == f"link-{access.MOST_LINKS + 4}"


@pytest.mark.parametrize("example_name", ["", "f1-new-horizons", "f2-brook-lane-welcome"])
def test_a_draft_can_begin_from_nothing_or_from_an_example(visitor, example_name):
    visitor.begin(example_name)
    assert visitor.status == 200


def test_there_is_no_other_example(visitor):
    visitor.open("/")
    fields = [("csrf_token", visitor.form(action="/drafts").fields["csrf_token"]), ("example", "../secret-key")]
    assert visitor.post("/drafts", fields).status == 404
