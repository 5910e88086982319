"""Documents built by hand, so that every face of the tree is tested on the same awkward words."""

from io import BytesIO

from PIL import Image

from agreements.document.nodes import (
    Blank,
    Block,
    Cell,
    Clause,
    Column,
    Document,
    Emphasis,
    Fact,
    FactList,
    Gap,
    Inline,
    Item,
    ItemList,
    LineBreak,
    Paragraph,
    Picture,
    Reference,
    SignatureBlock,
    SignatureLine,
    Strong,
    SubHeading,
    Table,
    Term,
    Text,
)
from agreements.document.stamp import Stamp, Status

LONG_WORD = "Llanfairpwllgwyngyll" * 500
"""One word of 10,000 letters."""

MARKUP = (
    "R & D <b>bold</b> \"double\" 'single' {{ 7 * 7 }} {% raw %} {_{ {#_ \\a \\1 %s %(a)s ]]> <!-- no --> &amp; &lt;"
)
"""Words that some program between the form and the paper may take for its own."""

ARABIC = "سنلتقي كل شهر، وسيكون كل قرار مكتوبًا بالعربية والإنجليزية."
HEBREW = "ניפגש בכל חודש ונכתוב כל החלטה."
SCRIPTS = {
    "Welsh": "Tŷ Gŵyr, Ŵyn a'r ŷd; Cŵn Llanŵ",
    "Bengali": "আমরা প্রতি মাসে একবার দেখা করব",
    "Gurmukhi": "ਅਸੀਂ ਹਰ ਮਹੀਨੇ ਮਿਲਾਂਗੇ",
    "Gujarati": "આપણે દર મહિને મળીશું",
    "Tamil": "நாம் ஒவ்வொரு மாதமும் சந்திப்போம்",
    "Ethiopic": "በየወሩ እንገናኛለን",
    "Greek and Cyrillic": "Θα συναντιόμαστε κάθε μήνα. Мы встречаемся каждый месяц.",
    "Signs": "☐ ☑ ✓ → £ € ½ № … “quoted” – dash",
    "Emoji": "🙂 🌱 🏠",
}
"""A sentence in each script that a UK group may write in, left to right."""

PARTNERS = (
    "Harbour Advice",
    "Brook Lane Neighbours",
    "Tŷ Gŵyr Community Centre",
    "Northvale Skills Ltd",
    'Smith & <Sons> "Mutual" Aid',
    "The Trustees of the Old School Rooms and Reading Garden, Upper Brookhaven",
)


def picture(description: str = "A blue box", width: float = 40, height: float = 15) -> Picture:
    """A picture of one colour."""
    content = BytesIO()
    Image.new("RGB", (round(width * 4), round(height * 4)), "#1d5c63").save(content, "PNG")
    return Picture(content.getvalue(), description, width, height)


def stamp(status: Status = Status.FINAL) -> Stamp:
    """A stamp with a fingerprint made up for the purpose."""
    return Stamp(status=status, version=3, fingerprint="0123456789abcdef" * 4)


def words(text: str) -> Paragraph:
    """A paragraph of our own that has no number."""
    return Paragraph((Text(text),))


def numbered(*inlines: Inline | str) -> Paragraph:
    """A paragraph of our own that gets a number."""
    return Paragraph(_inlines(*inlines), numbered=True)


def typed(*lines: str) -> Paragraph:
    """The group's own words, one line under the other."""
    inlines: list[Inline] = []
    for line in lines:
        inlines += [LineBreak()] if inlines else []
        inlines += [Text(line)] if line else []
    return Paragraph(tuple(inlines), typed=True)


def bullets(*texts: str) -> ItemList:
    """A list with bullets."""
    return ItemList(tuple(Item((words(text),)) for text in texts))


def lettered(*items: Block | str) -> ItemList:
    """A list with letters."""
    return ItemList(tuple(Item((words(item) if isinstance(item, str) else item,)) for item in items), ordered=True)


def cell(*blocks: Block | str, header: bool = False) -> Cell:
    """A cell of a table."""
    return Cell(tuple(words(block) if isinstance(block, str) else block for block in blocks), header=header)


def _inlines(*parts: Inline | str) -> tuple[Inline, ...]:
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def small_document() -> Document:
    """Two partners, two clauses, one schedule: the least that is a whole agreement."""
    return Document(
        title="Brook Lane Welcome",
        kind="Memorandum of understanding",
        language="en-GB",
        front=(words("Between Harbour Advice and Brook Lane Neighbours."),),
        clauses=(
            Clause(
                id="why",
                title="Why we work together",
                blocks=(numbered("We want this:"), typed("A warm room once a week, open to everybody.")),
            ),
            Clause(
                id="leaving",
                title="If one of us wants to leave",
                blocks=(
                    numbered("A partner that wants to leave tells the others three months before."),
                    numbered("It then follows ", Reference("contacts"), " and ", Reference("why"), "."),
                ),
            ),
        ),
        signing=Clause(
            id="signing",
            title="Signatures",
            blocks=(
                words("We agree to all of this."),
                _signature_block("Harbour Advice", SignatureLine("Trustee", "Ama Boateng")),
                _signature_block("Brook Lane Neighbours", SignatureLine("Chair")),
            ),
            fingerprinted=False,
        ),
        schedules=(
            Clause(
                id="contacts",
                title="Who to contact",
                blocks=(FactList((Fact("Harbour Advice", (words("Ama Boateng, 020 7946 0123"),)),)),),
                fingerprinted=False,
            ),
        ),
    )


def signing(document: Document) -> Clause:
    """The signing part of a document that is signed."""
    assert document.signing
    return document.signing


def rich_document() -> Document:
    """Every kind of node, and the words that break papers."""
    return Document(
        title="Brook Lane Welcome & Advice: “Tŷ Gŵyr” partnership",
        kind="Memorandum of understanding",
        language="en-GB",
        front=_front(),
        clauses=(_purpose(), _own_words(), _lists(), _who_does_what(), _short("Leaving", "leaving")),
        signing=_signing(),
        schedules=(_reviews(), _contacts()),
        notice="Example: every detail is invented",
        logos=(picture("Logo of Harbour Advice"), picture("Logo of Tŷ Gŵyr & <Sons>", 15)),
    )


def _front() -> tuple[Block, ...]:
    return (
        words("This agreement is between:"),
        lettered(*PARTNERS),
        Paragraph(
            _inlines(
                "It is a promise of good faith. ",
                Strong((Text("No court can make us keep it"),)),
                ", except for ",
                Reference("leaving"),
                ".",
            )
        ),
    )


def _purpose() -> Clause:
    return Clause(
        id="purpose",
        title="What we want to change",
        blocks=(
            numbered(
                "In this agreement ",
                Term((Text("the work"),)),
                " means all that ",
                Reference("roles"),
                " lists. See also ",
                Reference("reviews"),
                " and ",
                Reference("signing"),
                ".",
            ),
            numbered("We ", Emphasis((Text("mean"), Text(" "), Strong((Text("every"),)), Text(" word"))), " of it."),
            numbered(
                "The work begins on ",
                Gap("When does the work begin?"),
                " and costs £",
                Blank("amount"),
                " a year.",
            ),
            SubHeading((Text("What each partner gains"),)),
            numbered("Each partner says for itself what it gains."),
            FactList(
                (
                    Fact("Charity number", (words("1234567"),)),
                    Fact("Address", (typed("1 Harbour Row", "Brookhaven", "BN1 1AA"),)),
                    Fact(
                        "A name so long that it has to turn into several lines",
                        (words("Short"), words("Two")),
                    ),
                    Fact("Not known yet", (Paragraph((Gap("What is its number?"),)),)),
                )
            ),
        ),
    )


def _own_words() -> Clause:
    return Clause(
        id="own-words",
        title="In our own words & <signs>",
        blocks=(
            numbered("We put it like this:"),
            typed(MARKUP),
            typed("First line", "Second line", "", "Fourth line after an empty one"),
            typed(LONG_WORD),
            typed("https://www.example.org/" + "a-very-long-address/" * 10),
            typed(ARABIC),
            typed(HEBREW),
            typed(ARABIC + " (Harbour Advice, 2026) " + HEBREW),
            *(typed(f"{name}: {sentence}") for name, sentence in SCRIPTS.items()),
            numbered("This paragraph is ours again. " + "We tell the others within five working days. " * 20),
        ),
    )


def _lists() -> Clause:
    nested = Item((words("A group decides together:"), lettered("who comes", "what is said")))
    return Clause(
        id="lists",
        title="How we decide",
        blocks=(
            numbered("We follow these steps:"),
            ItemList(
                (
                    Item((words("We talk."),)),
                    nested,
                    Item((words("We write it down:"), bullets("in plain words", "within a week"))),
                    Item((typed("بالعربية أيضًا"),)),
                ),
                ordered=True,
            ),
            bullets("One bullet.", "Another, which is " + "rather " * 30 + "long."),
            numbered("A list of more letters than the alphabet has:"),
            lettered(*(f"step {number}" for number in range(1, 29))),
        ),
    )


def _who_does_what() -> Clause:
    columns = (
        Column("Task", 40),
        Column("Who does it", 20),
        Column("Who answers for it", 20),
        Column("By when", 20),
    )
    rows = tuple(
        (
            cell(f"Task {number}: " + "open the room, make tea and listen. " * (1 + number % 3), header=True),
            cell("Harbour Advice") if number % 2 else cell(),
            cell() if number % 2 else cell("Brook Lane Neighbours"),
            cell(f"{1 + number % 28} March 2027"),
        )
        for number in range(1, 41)
    )
    return Clause(
        id="roles",
        title="Who does what",
        blocks=(
            numbered("The table says who does what."),
            Table("Tasks, and who answers for each", columns, rows),
            numbered("Words in a table may need room:"),
            Table(
                "Cells with much in them",
                (Column("What", 30), Column("In whose words", 70)),
                (
                    (
                        cell("Lists", header=True),
                        cell("In a cell:", bullets("one", "two"), lettered("three", "four")),
                    ),
                    (cell("Arabic", header=True), cell(typed(ARABIC))),
                    (cell("One long word", header=True), cell(typed("W" * 300))),
                    (cell("A gap", header=True), cell(Paragraph((Gap("Who opens the room?"),)))),
                    (
                        cell("More than a page", header=True),
                        cell(*(typed(f"Line {number} of a long story. " * 6) for number in range(1, 41))),
                    ),
                ),
            ),
        ),
    )


def _short(title: str, clause_id: str) -> Clause:
    return Clause(id=clause_id, title=title, blocks=(numbered("A partner may leave with three months' notice."),))


def _signature_block(
    partner: str, *lines: SignatureLine, particulars: str = "", authority: str = "", people: tuple[str, ...] = ()
) -> SignatureBlock:
    return SignatureBlock(
        partner=partner,
        particulars=particulars,
        words=f"Signed for and on behalf of {partner}",
        lines=lines,
        authority=authority,
        people=people,
    )


def _signing() -> Clause:
    return Clause(
        id="signing",
        title="Signatures",
        blocks=(
            words("By signing, each partner says that it agrees to all of this."),
            _signature_block(
                PARTNERS[0],
                SignatureLine("Trustee", "Ama Boateng"),
                SignatureLine("Trustee", "Siân Ŵyn", "Minute 7 of 3 November 2026"),
                particulars="A charitable incorporated organisation in England and Wales, number 1234567",
                authority="Minute of the trustees' meeting, and its date",
                people=("Ruth Adeyemi", "مريم"),
            ),
            _signature_block(
                PARTNERS[1],
                SignatureLine("Chair"),
                SignatureLine("Secretary"),
                particulars="A group with no constitution: those who sign may be personally liable",
            ),
            _signature_block(PARTNERS[2], SignatureLine("Charity trustee", "مريم حسن")),
            _signature_block(PARTNERS[3], SignatureLine("Director", "B. O'Neill"), authority="Board minute"),
            _signature_block(PARTNERS[4], *(SignatureLine(post) for post in ("Member", "Member", "Clerk"))),
            _signature_block(PARTNERS[5], SignatureLine("Trustee, for all the trustees by resolution", "N. Patel")),
        ),
        fingerprinted=False,
    )


def _reviews() -> Clause:
    return Clause(
        id="reviews",
        title="When we look again",
        blocks=(
            words("We meet on these days."),
            picture("Two days on a line", 160, 30),
            Table(
                "Reviews",
                (Column("When", 30), Column("What we ask", 50), Column("Done", 20)),
                (
                    (cell("12 January 2027", header=True), cell("Does its reason still hold?"), cell("☐")),
                    (cell("12 July 2027", header=True), cell("Carry on, change or end?"), cell("☐")),
                ),
            ),
        ),
    )


def _contacts() -> Clause:
    return Clause(
        id="contacts",
        title="Who to contact",
        blocks=(
            words("People change. A new contact changes nothing else in this agreement."),
            Table(
                "Contacts",
                (Column("Partner", 40), Column("Person", 30), Column("How to reach them", 30)),
                tuple(
                    (cell(partner, header=True), cell("Ama Boateng"), cell("ama@example.org", "020 7946 01"))
                    for partner in PARTNERS
                ),
            ),
        ),
        fingerprinted=False,
    )
