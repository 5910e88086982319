"""The kinds of question, conditions, groups and the interview: everything a declaration is made of."""

from agreements.questions.conditions import Condition, all_of, answered, any_row, at_least
from agreements.questions.effects import Contacts, Effect, Printed, Signing, printed
from agreements.questions.groups import Group, Proposal, Proposals, Row, Section
from agreements.questions.interview import Asked, Interview, Loaded, group_of
from agreements.questions.kinds import (
    Choice,
    Date,
    ForEach,
    ListOf,
    LongText,
    OneOf,
    OneRow,
    ShortText,
    SomeOf,
    SomeRows,
    WholeNumber,
    YesNo,
)
from agreements.questions.question import Question

__all__ = [
    "Asked",
    "Choice",
    "Condition",
    "Contacts",
    "Date",
    "Effect",
    "ForEach",
    "Group",
    "Interview",
    "ListOf",
    "Loaded",
    "LongText",
    "OneOf",
    "OneRow",
    "Printed",
    "Proposal",
    "Proposals",
    "Question",
    "Row",
    "Section",
    "ShortText",
    "Signing",
    "SomeOf",
    "SomeRows",
    "WholeNumber",
    "YesNo",
    "all_of",
    "answered",
    "any_row",
    "at_least",
    "group_of",
    "printed",
]
