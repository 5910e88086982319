"""The kinds of question, conditions, groups and the interview: everything a declaration is made of."""

from agreements.questions.conditions import Condition, all_of, answered, any_of, any_row, at_least
from agreements.questions.effects import Contacts, Effect, FindingOnly, Printed, Signing, printed
from agreements.questions.groups import Group, Proposal, Proposals, Row, Section
from agreements.questions.interview import Asked, Interview, Loaded, group_of
from agreements.questions.kinds import (
    Choice,
    Date,
    Email,
    ForEach,
    ListOf,
    LongText,
    Money,
    OneOf,
    OneRow,
    ShortText,
    SomeOf,
    SomeRows,
    WholeNumber,
    YesNo,
    offered,
)
from agreements.questions.question import Question

__all__ = [
    "Asked",
    "Choice",
    "Condition",
    "Contacts",
    "Date",
    "Effect",
    "Email",
    "FindingOnly",
    "ForEach",
    "Group",
    "Interview",
    "ListOf",
    "Loaded",
    "LongText",
    "Money",
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
    "any_of",
    "any_row",
    "at_least",
    "group_of",
    "offered",
    "printed",
]
