"""A browser without script: follows links, fills in forms as they are, keeps cookies."""

from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml import html
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart


class Browser:
    """One browser. `page` is what it shows, `response` what it came as."""

    response: Any
    page: Any

    def __init__(self, app):
        self.client = app.test_client()
        self.address = "http://localhost/"
        self.draft = ""

    def begin(self, example=""):
        """Begin a draft and keep its link, as a person does first."""
        self.open("/")
        self.submit(self.form(example=example) if example else self.form(action="/drafts"))
        self.draft = urlsplit(self.address).path.split("/")[2]
        self.link = self.page.get_element_by_id("private-link").value
        self.submit(self.form(action="kept"))
        return self

    def open(self, address):
        """Open an address: from the root, or of a page of the draft ("sections/about")."""
        target = address if "/" in address[:1] or "://" in address else f"/drafts/{self.draft}/{address}"
        return self._show(self.client.get(urljoin(self.address, target), follow_redirects=False))

    def form(self, action="", **hidden):
        """The first form whose address ends so, and that has these hidden fields."""
        for form in self.page.forms:
            fields = {field.get("name"): field.get("value") for field in form.inputs if field.get("name")}
            if action in (form.get("action") or "") and hidden.items() <= fields.items():
                return form
        raise AssertionError(f"No form to {action!r} with {hidden} on {self.address}")

    def fields(self, form=None):
        """What the form holds now, as it would be sent."""
        form = self.form(action="") if form is None else form
        return [(name, value) for name, value in form.form_values() if name]

    def submit(self, form=None, button="on", **typed):
        """Send a form with these fields changed. A list ticks several boxes; dots in names stand for dashes."""
        form = self.main_form() if form is None else form
        kept = [(name, value) for name, value in self.fields(form) if name not in typed]
        added = [
            (name, one) for name, value in typed.items() for one in (value if isinstance(value, list) else [value])
        ]
        return self.post(form.get("action") or self.address, [*kept, (":then", button), *added])

    def main_form(self):
        """The form of the questions on the page."""
        return next(form for form in self.page.forms if form.xpath('.//input[@name=":end"]'))

    def post(self, address, fields, **options):
        """Send fields to an address, and follow where it leads. Files are werkzeug's FileStorage."""
        data: dict[str, list[str]] = {}
        for name, value in fields:
            data.setdefault(name, []).append(value)
        if any(isinstance(value, FileStorage) for _name, value in fields):
            boundary, body = encode_multipart(data)
            return self._show(
                self.client.post(
                    urljoin(self.address, address),
                    data=body,
                    content_type=f"multipart/form-data; boundary={boundary}",
                    **options,
                )
            )
        return self._show(self.client.post(urljoin(self.address, address), data=data, **options))

    def _show(self, response):
        self.address = urljoin("http://localhost/", response.request.url)
        for _hop in range(5):
            if response.status_code not in (301, 302, 303, 308):
                break
            self.address = urljoin(self.address, response.headers["Location"])
            response = self.client.get(self.address)
        self.response = response
        self.page = (
            html.fromstring(response.get_data(as_text=True), base_url=self.address) if _is_page(response) else None
        )
        return self

    @property
    def status(self):
        return self.response.status_code

    @property
    def text(self):
        """The words on the page, with white space folded."""
        return " ".join(self.page.get_element_by_id("main-content").text_content().split())

    @property
    def title(self):
        return " ".join(self.page.findtext(".//title").split())

    @property
    def heading(self):
        return " ".join(self.page.find(".//h1").text_content().split())

    def value(self, name):
        """What a field holds: a text, the chosen value, or a list of ticked values."""
        found = self.page.xpath(f'//*[@name="{name}"]')
        assert found, f"no field {name}"
        kinds = {one.get("type") for one in found}
        if "checkbox" in kinds:
            return [one.get("value") for one in found if one.get("checked") is not None]
        if "radio" in kinds:
            return next((one.get("value") for one in found if one.get("checked") is not None), None)
        return (found[0].text or "") if found[0].tag == "textarea" else found[0].get("value") or ""

    def has(self, name):
        """Whether the page has a field of this name."""
        return bool(self.page.xpath(f'//*[@name="{name}" or starts-with(@name, "{name}-")]'))

    def errors(self):
        """The links of the summary of errors: where they lead, and what they say."""
        return [
            (link.get("href"), " ".join(link.text_content().split()))
            for link in self.page.xpath('//div[contains(@class,"govuk-error-summary")]//li/a')
        ]

    def links(self):
        """Every link on the page: its words and its address."""
        return {" ".join(link.text_content().split()): link.get("href") for link in self.page.xpath("//main//a[@href]")}


def _is_page(response):
    return response.mimetype == "text/html" and "attachment" not in response.headers.get("Content-Disposition", "")
