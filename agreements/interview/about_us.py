"""Step 1: what the agreement is called, who the partners are, what kind it is (rows 1, 2 and 4)."""

from collections.abc import Iterator

from agreements.interview import steps
from agreements.language import _
from agreements.legal_forms import (
    CIO_WITH_ONE_TRUSTEE,
    FACTS,
    LEGAL_FORMS,
    NATIONS,
    LegalForm,
    Particulars,
    branch_of,
    forms_that_bind_a_parent,
    forms_with,
    forms_without_legal_person,
    registers,
)
from agreements.questions import (
    Choice,
    Date,
    File,
    ListOf,
    LongText,
    Looks,
    OneOf,
    OneRow,
    Row,
    Section,
    ShortText,
    Signing,
    SomeOf,
    YesNo,
    answered,
    at_least,
    printed,
)
from agreements.values import list_in_words


class About(Section):
    """Row 1: title, purpose and start."""

    title = _("Name and start")
    step = steps.ABOUT_US

    full_title = ShortText(
        _("What is this agreement called?"),
        hint=_("A name that tells a stranger what it is about."),
        why=_("It stands at the top of the agreement. People use it to find the right paper."),
        example=_("Warm Room and Advice Partnership"),
        effect=printed("front"),
    )
    short_name = ShortText(
        _("What do you call the work in a word or two?"),
        hint=_("The name people say when they talk about it."),
        why=_("We use it where the full name would be too long."),
        example=_("Brook Lane Welcome"),
        effect=printed("purpose", "words", in_calendar=True),
    )
    purpose_line = LongText(
        _("What is this agreement for?"),
        words=40,
        hint=_("One sentence."),
        why=_("Somebody who reads only one sentence should know what it is for."),
        example=_("We run a weekly warm room with free advice on Brook Lane."),
        effect=printed("purpose"),
    )
    work_nations = SomeOf(
        _("In which nation does the work happen?"),
        {name: Choice(title) for name, title in NATIONS.items()},
        why=_("The four nations have different laws, registers and bank holidays."),
        effect=printed("purpose", "equality"),
    )
    start_date = Date(
        _("When does it start?"),
        hint=_("The day the work under this agreement begins. It need not be the day you sign."),
        why=_("Notice, reviews and the end are counted from this day."),
        example=_("5 January 2027"),
        effect=printed("purpose"),
    )
    notice = ShortText(
        _("Should every page carry a notice?"),
        required=False,
        hint=_("Leave this empty for a real agreement."),
        why=_("A paper that is only an example, or only for talking about, should say so on each page."),
        example=_("Example: details invented"),
        effect=printed("front"),
    )


BINDING_SECTIONS = {
    "money": Choice(_("Money")),
    "data": Choice(_("Personal data")),
    "confidentiality": Choice(_("What stays private")),
    "liability": Choice(_("Who pays if something goes wrong")),
    "materials": Choice(_("Who owns what we make")),
}
"""What a partly binding agreement may hold a partner to (domain, row 4)."""

_CLOSED_BY: dict[str, tuple[str, tuple[object, ...]]] = {
    "money": ("money.has_money", (False,)),
    "data": ("data.shares_personal_data", (False,)),
    "confidentiality": ("confidentiality.confidential", ("none", "good_faith")),
}
"""The answers with which a section cannot bind anybody: its topic is closed, or is a promise of good faith."""

_NAME_EVERYWHERE = _("A partner’s short name stands wherever it acts.")


class Partner(Row):
    """Row 2: one partner."""

    names_itself_by = ("known_as", "legal_name")

    legal_name = ShortText(
        _("What is its full legal name?"),
        hint=_("As it stands in its constitution or on the register."),
        why=_("The name decides who makes the promises."),
        example=_("Harbour Advice"),
        autocomplete="organization",
        effect=printed("front", "schedule-partners", elsewhere=_NAME_EVERYWHERE),
    )
    known_as = ShortText(
        _("What is it called for short?"),
        required=False,
        hint=_("Leave this empty if the full name is short enough."),
        why=_("The agreement uses this name after the first page."),
        example=_("Harbour"),
        effect=printed("front", elsewhere=_NAME_EVERYWHERE, in_calendar=True),
    )
    nation = OneOf(
        _("Which nation is it based in?"),
        {name: Choice(title) for name, title in NATIONS.items()},
        why=_("The four nations have different kinds of organisation and different registers."),
        effect=printed("schedule-partners", elsewhere=_("The nation decides who may sign, for some kinds.")),
    )
    legal_form = OneOf(
        _("What kind of organisation is it?"),
        {
            name: Choice(form.title, form.hint, when=answered(".nation", *form.nations))
            for name, form in LEGAL_FORMS.items()
        }
        | {"unknown": Choice(_("Not sure yet"), _("You can go on, and find out before you sign."), undecided=True)},
        hint=_("Its constitution says so. If it has none, choose informal group."),
        why=_("The kind decides who may sign, and who is responsible if something goes wrong."),
        effect=printed("schedule-partners", elsewhere=_("The kind decides who signs, and whether people are liable.")),
    )
    company_number = ShortText(
        _("What is its company number?"),
        hint=_("Eight characters, from the companies register, with the zeros in front."),
        why=_("Companies have to show their number on their papers."),
        example="01234567",
        when=answered(".legal_form", *forms_with("company_number")),
        effect=printed("schedule-partners", "signatures"),
    )
    charity_number = ShortText(
        _("What is its charity number?"),
        hint=_("From the register of charities in its nation."),
        why=_("Anyone can then look the charity up."),
        example="1234567",
        when=answered(".legal_form", *forms_with("charity_number")),
        effect=printed("schedule-partners", "signatures"),
    )
    charity_number_if_any = ShortText(
        _("If it is a registered charity, what is its charity number?"),
        required=False,
        hint=_("Leave this empty if it is not on a register of charities."),
        why=_("Anyone can then look the charity up."),
        example="1234567",
        when=answered(".legal_form", *forms_with("charity_number_if_any")),
        effect=printed("schedule-partners", "signatures"),
    )
    llp_number = ShortText(
        _("What is its LLP number?"),
        hint=_("Two letters and six figures, from the companies register."),
        why=_("An LLP has to show its number on its papers."),
        example="OC123456",
        when=answered(".legal_form", *forms_with("llp_number")),
        effect=printed("schedule-partners", "signatures"),
    )
    society_number = ShortText(
        _("What is its society number?"),
        hint=_("From the register of mutual societies."),
        why=_("Anyone can then look the society up."),
        example="12345R",
        when=answered(".legal_form", *forms_with("society_number")),
        effect=printed("schedule-partners", "signatures"),
    )
    constitution_date = Date(
        _("When was its constitution agreed?"),
        hint=_("The date that stands on the constitution that is in force now."),
        why=_("Others can then tell which group it is, and by which rules it acts."),
        example=_("14 May 2019"),
        when=answered(".legal_form", *forms_with("constitution_date")),
        effect=printed("schedule-partners", "signatures"),
    )
    trustees = LongText(
        _("Who are its trustees?"),
        hint=_("The full names of all of them, one on each line."),
        why=_(
            "A charity of this kind is not a legal person. Its trustees make the promises, so their names are printed."
        ),
        example=_("Ruth Adeyemi"),
        when=answered(".legal_form", *forms_with("trustees")),
        effect=Signing(),
    )
    only_one_trustee = YesNo(
        _("Does it have only one trustee?"),
        required=False,
        hint=_("Leave this open if it has two or more."),
        why=_("Two trustees of a CIO sign, unless there is only one."),
        when=answered(".legal_form", "cio"),
        effect=Signing(),
    )
    parent_body = ShortText(
        _("What is the full legal name of the larger organisation?"),
        hint=_("The one that this branch is part of."),
        why=_("A branch makes its promises in the name of the larger organisation."),
        example=_("Northvale Support"),
        when=answered(".legal_form", *forms_with("parent_body")),
        effect=printed("front", "schedule-partners", "signatures"),
    )
    parent_form = OneOf(
        _("What kind of organisation is the larger one?"),
        {name: Choice(LEGAL_FORMS[name].title, LEGAL_FORMS[name].hint) for name in forms_that_bind_a_parent()},
        why=_("Its kind decides who may sign for the branch."),
        when=answered(".legal_form", *forms_with("parent_form")),
        effect=printed("schedule-partners", "signatures"),
    )
    parent_number = ShortText(
        _("What is the registered number of the larger organisation?"),
        required=False,
        hint=_("From the register of companies, charities or societies."),
        why=_("Anyone can then look the organisation up."),
        example="01234567",
        when=answered(".legal_form", *forms_with("parent_number")),
        effect=printed("schedule-partners", "signatures"),
    )
    registered_address = LongText(
        _("What is its address?"),
        hint=_("The registered or main office. For a group without one, an address for letters."),
        why=_("Letters under this agreement go there."),
        example=_("2 Quay Street, Brookhaven BH1 2QS"),
        effect=printed("schedule-partners", "signatures"),
    )
    mission_line = LongText(
        _("What is it there for?"),
        words=30,
        hint=_("Its purpose in a sentence, in its own words."),
        why=_("Partners work better when each knows what the others are there for."),
        example=_("We give free, independent advice to people in Brookhaven."),
        effect=printed("partners"),
    )
    host: OneRow["Partner"] = OneRow(
        "Partner",
        _("Does another partner act as its host?"),
        required=False,
        hint=_("A host holds money and signs contracts for a group that cannot do so itself."),
        why=_("A group that is not a legal person cannot hold money or make contracts in its own name."),
        when=answered(".legal_form", *forms_without_legal_person()),
        effect=printed("partners", "budget", "schedule-partners", "signatures"),
    )
    logo = File(
        _("Do you want its logo on the agreement?"),
        holds="picture",
        required=False,
        hint=_("A PNG or JPEG picture of up to 2 MB."),
        why=_("The logos of the partners stand together at the top of page 1. They change no word."),
        effect=Looks(),
    )

    @property
    def name(self) -> str:
        """The name the agreement uses for this partner."""
        return self.label

    @property
    def form(self) -> LegalForm | None:
        """Its legal form, as that is in its nation or in a larger organisation; None while the kind is not known."""
        form = LEGAL_FORMS.get(self.legal_form or "")
        if self.get("only_one_trustee"):
            return CIO_WITH_ONE_TRUSTEE
        parent_form = self.get("parent_form")
        if parent_form:
            return branch_of(LEGAL_FORMS[parent_form])
        return form.in_nation(self.nation or "") if form else None

    @property
    def deciding_form(self) -> LegalForm | None:
        """The legal form that decides what it is and may do: of a branch, that of the larger organisation."""
        return LEGAL_FORMS.get(self.get("parent_form") or self.legal_form or "")

    @property
    def needs_holder(self) -> bool:
        """Whether others hold money and employ people for it: its host, or some other partner (domain, 5.1)."""
        form = self.deciding_form
        return bool(self.get("host")) or (form is not None and not form.has_account)

    @property
    def instead(self) -> str:
        """Whom to choose where it cannot be the partner that holds or employs, as our sentences on it begin."""
        host = self.get("host")
        if host:
            return _("Choose %(host)s, the host of %(group)s.", host=host.label, group=self.label)
        return _("Choose another partner than %(group)s, such as one that acts as its host.", group=self.label)

    @property
    def address_title(self) -> str:
        """What its address is called: "Registered office" for a company."""
        return self.form.address_title if self.form else _("Address")

    @property
    def particulars(self) -> Particulars:
        """What it says of itself where it signs."""
        host = self.get("host")
        return Particulars(
            legal_name=self.legal_name or "",
            address=self.registered_address or "",
            facts={name: self.fact(name) for name in FACTS},
            host=(host.legal_name or "") if host else "",
        )

    @property
    def charity_registration(self) -> str:
        """Its charity number with the name of the register, or ""."""
        return next((words for name in registers.OF_CHARITIES if (words := self.fact(name))), "")

    def fact(self, name: str) -> str:
        """A fact (a name in FACTS) as it is printed, a charity number with its register; or ""."""
        answer = self.get(name)
        if answer is None:
            return ""
        words = self.questions()[name].in_words(answer)
        return registers.with_registers(words) if name in registers.OF_CHARITIES else words

    def faults(self) -> Iterator[tuple[str, str]]:
        yield from self._wrong_numbers()
        yield from self._wrong_host()
        yield from self._same_name()

    def _wrong_numbers(self) -> Iterator[tuple[str, str]]:
        for name in registers.CHECKED:
            number = self.get(name)
            sentence = registers.wrong_with(name, number, self.nation or "") if number else None
            if sentence:
                yield name, sentence

    def _wrong_host(self) -> Iterator[tuple[str, str]]:
        host = self.get("host")
        if host and host.id == self.id:
            yield "host", _("Choose another partner: a group cannot be its own host.")
        elif host and host.legal_form in forms_without_legal_person():
            yield "host", _("Choose another partner: %(host)s is not a legal person itself.", host=host.label)

    def _same_name(self) -> Iterator[tuple[str, str]]:
        asked = "known_as" if self.known_as else "legal_name"
        if not getattr(self, asked):
            return
        for other in self.interview.rows(Partner):
            if other is self:
                return
            if other.label.casefold() == self.label.casefold():
                yield asked, _("Give each partner a name of its own: “%(name)s” is used twice.", name=self.label)


class Partners(Section):
    """Row 2: who is bound."""

    title = _("The partners")
    step = steps.ABOUT_US

    partners = ListOf(
        Partner,
        _("Who are the partners?"),
        one=_("partner"),
        many=_("partners"),
        least=2,
        most=200,
        hint=_("Every organisation or group that will sign. You need two or more."),
        why=_("Only those who are named here make the promises in this agreement."),
        effect=printed("front", "partners", "schedule-partners", elsewhere=_NAME_EVERYWHERE),
    )

    @property
    def hosted(self) -> tuple[Partner, ...]:
        """The groups that have a host among the partners."""
        return tuple(partner for partner in self.partners or () if partner.get("host"))

    @property
    def without_legal_person(self) -> str:
        """The names of the partners that are no legal person, in words."""
        forms = forms_without_legal_person()
        return list_in_words([partner.name for partner in self.partners or () if partner.legal_form in forms])


class Status(Section):
    """Row 4 and the kind of agreement: a memorandum does not bind, the others may (domain: kinds; L15, N1)."""

    title = _("A promise or a contract")
    step = steps.ABOUT_US
    intro = _(
        "The name of a paper does not decide whether a court can enforce it. What it says, and what people do, decides."
    )

    doc_kind = OneOf(
        _("What kind of agreement do you want?"),
        {
            "memorandum": Choice(
                _("A memorandum of understanding"),
                _("A promise of good faith, and not a contract. It is the usual choice for a first agreement."),
            ),
            "partnership": Choice(
                _("A partnership agreement"),
                _("A contract, in whole or in part. Choose it when much money or risk is shared, and ask for advice."),
            ),
            "consortium": Choice(
                _("A consortium agreement"),
                _("For six partners or more, with one that leads."),
                when=at_least(6, "partners.partners"),
            ),
        },
        hint=_("You can change this later. Your answers are kept."),
        why=_("Everyone should know before they sign what kind of paper it is. The answer stands on page 1."),
        effect=printed("front", "status", elsewhere=_("The kind decides which clauses the agreement has.")),
    )
    binding_mode = OneOf(
        _("Should a court be able to make you keep it?"),
        {
            "non_binding": Choice(
                _("No. It is a promise of good faith"),
                _("It rests on trust."),
                when=answered(".doc_kind", "memorandum", "consortium"),
            ),
            "mixed": Choice(
                _("Only some sections of it"),
                _("You name them next. All the rest is a promise of good faith."),
            ),
            "binding": Choice(
                _("Yes, all of it"),
                _("It is a contract. Show it to a solicitor before you sign."),
            ),
        },
        hint=_("A contract protects you, and holds you to what you promised."),
        why=_("A partner that is surprised by this later will feel tricked."),
        when=answered(".doc_kind", "partnership", "consortium"),
        effect=printed(
            "front", "status", elsewhere=_("An agreement that binds has clauses that a promise does not need.")
        ),
    )
    binding_sections = SomeOf(
        _("Which sections should a court be able to enforce?"),
        BINDING_SECTIONS,
        hint=_("Choose those in which a broken promise could cost somebody dear."),
        why=_("Then nobody has to guess which part is a contract."),
        when=answered(".binding_mode", "mixed"),
        effect=printed("status"),
    )

    def faults(self) -> Iterator[tuple[str, str]]:
        """A section cannot bind anybody while its topic is closed, or is a promise of good faith."""
        for name in self.get("binding_sections") or ():
            path, closed = _CLOSED_BY.get(name, ("", ()))
            if path and self.interview.read(path) in closed:
                title = BINDING_SECTIONS[name].title
                yield (
                    "binding_sections",
                    _("Take out “%(section)s”: by your answer to it, it binds nobody.", section=title),
                )
                return

    @property
    def precedent(self) -> str:
        """The name of the master text: the chosen kind, and a memorandum until one is chosen."""
        return self.doc_kind or "memorandum"

    @property
    def binding(self) -> str:
        """Whether a court can enforce it: "non_binding", "mixed", "binding", or "" while that is open."""
        if self.doc_kind == "memorandum":
            return "non_binding"
        return self.get("binding_mode") or ""


BINDS = answered("status.binding_mode", "mixed", "binding")
"""The condition of what is asked only where a court can enforce something."""
IS_CONSORTIUM = answered("status.doc_kind", "consortium")
"""The condition of what is asked only of a consortium."""
