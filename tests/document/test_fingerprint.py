from dataclasses import replace
from hashlib import sha256

from agreements.document.canonical import canonical_text
from agreements.document.fingerprint import clause_fingerprints, fingerprint
from agreements.document.nodes import Clause
from agreements.document.numbering import numbered
from tests import samples


def test_the_fingerprint_is_the_sha_256_of_the_canonical_text():
    document = numbered(samples.rich_document())
    assert fingerprint(document) == sha256(canonical_text(document).encode("utf-8")).hexdigest()


def test_another_contact_or_signatory_leaves_the_fingerprint_alone():
    document = samples.small_document()
    others = replace(
        document,
        signing=replace(samples.signing(document), blocks=()),
        schedules=(replace(document.schedules[0], blocks=(samples.words("Somebody else"),)),),
    )
    assert fingerprint(numbered(others)) == fingerprint(numbered(document))


def test_any_word_of_the_text_changes_the_fingerprint():
    document = samples.small_document()
    first = replace(document.clauses[0], title="Why we do not work together")
    changed = [
        replace(document, title="Other"),
        replace(document, kind="Contract"),
        replace(document, notice="Example"),
        replace(document, front=()),
        replace(document, clauses=(first, *document.clauses[1:])),
    ]
    hashes = {fingerprint(numbered(each)) for each in (document, *changed)}
    assert len(hashes) == len(changed) + 1


def test_a_new_clause_leaves_the_hashes_of_the_others_alone():
    document = samples.small_document()
    new = Clause("money", "Money", (samples.numbered("We have none."),))
    before = clause_fingerprints(numbered(document))
    after = clause_fingerprints(numbered(replace(document, clauses=(new, *document.clauses))))
    assert set(before) == {"why", "leaving"}
    assert after == {**before, "money": after["money"]}


def test_pictures_are_looks_and_change_no_fingerprint():
    document = samples.small_document()
    first = replace(document.clauses[0], blocks=(*document.clauses[0].blocks, samples.picture()))
    shown = replace(document, logos=(samples.picture(),), clauses=(first, *document.clauses[1:]))
    assert fingerprint(numbered(shown)) == fingerprint(numbered(document))
    assert clause_fingerprints(numbered(shown)) == clause_fingerprints(numbered(document))
