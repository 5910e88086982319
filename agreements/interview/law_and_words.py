"""Step 12: the law that holds, and words the group explains (rows 53 and 3)."""

from agreements.interview import steps
from agreements.interview.about_us import BINDS
from agreements.language import _
from agreements.questions import (
    Choice,
    ListOf,
    LongText,
    OneOf,
    Row,
    Section,
    ShortText,
    SomeOf,
    YesNo,
    printed,
)


class Law(Section):
    """Row 53: what a contract needs. Whole agreement and no transfer stand in every agreement and are not asked."""

    title = _("The law")
    step = steps.CHECK_AND_SIGN
    when = BINDS

    governing_law = OneOf(
        _("Which law holds for what binds you?"),
        {
            "england_wales": Choice(_("The law of England and Wales")),
            "scotland": Choice(_("The law of Scotland")),
            "northern_ireland": Choice(_("The law of Northern Ireland")),
        },
        hint=_("Choose the law of the place where most of the work is done."),
        why=_("A court must know which law to use. The three differ."),
        effect=printed("law"),
    )
    notices_by = SomeOf(
        _("How may a formal letter be sent?"),
        {"post": Choice(_("By post")), "email": Choice(_("By e-mail"))},
        hint=_("A letter about leaving, a change or a broken promise."),
        why=_("Nobody should be able to say that it never came."),
        effect=printed("law"),
    )
    counterparts = YesNo(
        _("May each partner sign a copy of its own?"),
        suggestion=True,
        why=_("Then the paper need not travel from one to the next."),
        effect=printed("signing"),
    )


class GlossaryTerm(Row):
    """Row 3: a word that the group explains."""

    names_itself_by = ("term",)

    term = ShortText(
        _("Which word do you want to explain?"),
        why=_("A word that you use every day may be strange to others."),
        example=_("Warm room"),
        effect=printed("words"),
    )
    meaning = LongText(
        _("What does it mean?"),
        words=25,
        hint=_("One sentence."),
        why=_("A word should mean the same to all of you."),
        example=_("The room on Brook Lane, on Tuesdays from 10 am to 2 pm."),
        effect=printed("words"),
    )


class Words(Section):
    """Row 3: words we use. Ours fill themselves in; the group may add its own."""

    title = _("Words you want to explain")
    step = steps.CHECK_AND_SIGN
    essential = False
    intro = _("We explain the words that we use ourselves. Add your own here, ten at most.")

    glossary = ListOf(
        GlossaryTerm,
        _("Which words of your own do you want to explain?"),
        one=_("word"),
        many=_("words"),
        least=0,
        required=False,
        why=_("Think of names, short forms and words of your trade."),
        effect=printed("words"),
    )
