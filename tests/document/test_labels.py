from agreements.document import labels
from agreements.document.nodes import Clause
from agreements.document.numbering import numbered
from tests import samples


def test_a_heading_is_its_label_and_its_title():
    document = numbered(samples.small_document())
    assert [labels.heading(part) for part in document.parts()] == [
        "1 Why we work together",
        "2 If one of us wants to leave",
        "Signatures",
        "Schedule A: Who to contact",
    ]


def test_the_second_round_of_schedules_is_headed_like_the_first():
    assert labels.heading(Clause("more", "More", (), label="AA")) == "Schedule AA: More"


def test_words_with_percent_signs_are_printed_as_they_are():
    assert labels.gap("How much, in % of %(all)s?") == "[Not answered yet: How much, in % of %(all)s?]"


def test_the_line_at_the_signature_names_version_and_whole_fingerprint():
    stamp = samples.stamp()
    assert labels.signed_text(stamp) == f"Version 3, fingerprint {stamp.fingerprint}"
