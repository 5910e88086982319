"""Somebody who makes an agreement in the wizard: reads the titles, types, clicks, and goes where the pages lead.

What there is to say is taken from an answer file. Where it goes is found by the titles on the page, never by the
names of fields.
"""

import re

from agreements import resources
from agreements.interview import Agreement
from agreements.interview.numbering import topic_of
from agreements.questions import Date, File, ForEach, ListOf, OneOf, OneRow, SomeOf, SomeRows, YesNo
from service.typed import from_file

KEYS = 3
"""Letters of each text that are typed key by key. The rest is put in at once, as when somebody pastes."""
MOST_PAGES = 12
"""Pages of one section that a person would put up with before calling something broken."""


class Person:
    """A person with something to say (`raw`, an answer set) and a browser (`page`)."""

    def __init__(self, page, raw):
        self.page = page
        self.raw = raw
        self.known = Agreement.load(raw).interview

    def begins(self, address):
        """Begin a new draft and keep its link. Return the link."""
        self.page.goto(address)
        self.clicks("Start a new agreement")
        link = self.page.get_by_label("Private link").input_value()
        self.clicks("I have kept it. Go to my agreement")
        return link

    def clicks(self, words, role="button"):
        """Click on something by its words, and wait for the page that it leads to."""
        self.follows(self.page.get_by_role(role, name=words).first)

    def follows(self, place):
        """Click on a link or a button, and wait for the page that it leads to: it is not there with the click."""
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            place.click()

    def fills_everything(self):
        """Go through the topics on which there is something to say, from top to bottom."""
        for name in self.raw:
            topic = topic_of(Agreement, name)
            self.follows(self.page.get_by_role("link", name=f"{topic.number} {topic.title}", exact=True))
            self.fills_section(name)

    def fills_section(self, name):
        """Follow the pages of a section until they lead back to the list of tasks."""
        section = Agreement.sections()[name]
        answers = self.raw.get(name, {})
        lists = {one.title: one for one in section.questions().values() if isinstance(one, ListOf)}
        for _page in range(MOST_PAGES):
            heading = self.heading()
            if self.page.get_by_role("progressbar").count():
                return
            if heading in lists:
                self.fills_list(lists[heading], answers.get(lists[heading].name, ()))
                self.clicks("Continue")
            elif heading == section.title:
                self.fills_page(section, answers)
                self.clicks("Save and continue")
            else:
                self.fills_one_of_each(section, answers, heading)
        raise AssertionError(f"{name} does not come to an end: {self.page.url}")

    def fills_one_of_each(self, section, answers, label):
        """Answer what is asked about the one row that the page is headed with; the smaller line says what that is."""
        asked = [one for one in section.questions().values() if isinstance(one, ForEach)]
        question = next(one for one in asked if one.title == self.page.locator("h1 span").inner_text().strip())
        row = next(row for row in self.known.rows(question.about) if row.label == label)
        self.fills_page(question.group, answers.get(question.name, {}).get(row.id, {}))
        self.clicks("Save and continue")

    def fills_list(self, question, rows):
        """Add one row after the other."""
        for row in rows:
            self.clicks(re.compile("^Add (the first|another) "))
            self.fills_page(question.item, row)
            self.clicks("Save and continue")
            while self.heading() != question.title:  # an answer has brought up more questions
                self.fills_page(question.item, row)
                self.clicks("Save and continue")

    def heading(self):
        """The heading of the page, without the smaller line above it."""
        heading = self.page.locator("h1")
        caption = heading.locator("span")
        words = heading.inner_text()
        return words.removeprefix(caption.inner_text()).strip() if caption.count() else words.strip()

    def fills_page(self, group, answers):
        """Answer the questions that are on the page, by their titles."""
        for name, question in group.questions().items():
            if name in answers and not isinstance(question, ListOf | ForEach):
                self.answers(question, answers[name])

    def answers(self, question, answer):
        """Answer one question, if the page asks it."""
        title = re.compile(rf"^\s*{re.escape(question.title)}\s*(\(optional\))?\s*$")
        asked = self.page.get_by_role("group", name=title)
        if isinstance(question, Date):
            self.types_date(asked, from_file(question, str(answer)))
        elif isinstance(question, YesNo | OneOf | OneRow):
            self.chooses(title, asked, self.words(question, answer))
        elif isinstance(question, SomeOf | SomeRows):
            self.ticks(asked, [self.words(question, one) for one in answer])
        elif isinstance(question, File):
            self.sends(title, resources.examples() / str(answer))
        else:
            self.types(title, str(answer))

    def types(self, title, text):
        field = self.page.get_by_label(title)
        if field.count():
            field.fill(text[:-KEYS])
            field.press_sequentially(text[-KEYS:])

    def ticks(self, asked, words):
        if asked.count():
            for one in words:
                asked.get_by_label(one, exact=True).check()

    def sends(self, title, file):
        if self.page.get_by_label(title).count():
            self.page.get_by_label(title).set_input_files(file)

    def types_date(self, asked, parts):
        if asked.count():
            for part, typed in parts.items():
                asked.get_by_label(part.capitalize()).fill(typed)

    def chooses(self, title, asked, words):
        if asked.count():
            asked.get_by_label(words, exact=True).check()
        elif self.page.get_by_label(title).count():
            self.page.get_by_label(title).select_option(label=words)

    def words(self, question, answer):
        """What the page says for an answer: a choice's title, or what a row is called."""
        if isinstance(question, YesNo):
            return "Yes" if answer else "No"
        if isinstance(question, OneRow | SomeRows):
            return self.known.row(question.to, answer).label
        return question.choices[answer].title
