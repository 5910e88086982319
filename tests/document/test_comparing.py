"""Two documents side by side, in the words of each."""

from agreements import answer_files, resources
from agreements.document.comparing import MOST_WORDS, Piece, compared, pieces
from agreements.interview import Agreement
from agreements.papers import drawn_up


def _document(**changed):
    raw = answer_files.read(resources.examples() / "f4-marsh-end-seed-swap.yaml")
    for section, answers in changed.items():
        raw[section] = {**raw.get(section, {}), **answers}
    document, _stamp = drawn_up(Agreement.load(raw).interview)
    return document


def _said(part):
    return "\n".join("".join(f"[{piece.kind}:{piece.words}]" for piece in line) for line in part.lines)


def test_a_document_differs_in_nothing_from_itself():
    assert compared(_document(), _document()) == ()


def test_only_the_clause_that_reads_differently_is_named_and_only_its_words():
    (part,) = [
        part
        for part in compared(_document(), _document(vision={"area": "Marsh End and Reed Lane"}))
        if "Reed Lane" in _said(part)
    ]
    assert part.kind == "changed"
    assert "[in:" in _said(part)
    assert "Reed Lane" in _said(part)


def test_a_topic_taken_up_is_a_new_clause_and_the_other_way_round_it_is_gone():
    with_more = _document(talking={"channels": ["email"]})
    new = compared(_document(), with_more)
    gone = compared(with_more, _document())
    assert {part.heading for part in new if part.kind == "new"} == {
        part.heading for part in gone if part.kind == "gone"
    }


def test_words_are_told_apart_one_by_one():
    assert pieces("Warm room", "Warm old room") == (
        Piece("same", "Warm "),
        Piece("in", "old "),
        Piece("same", "room"),
    )
    assert pieces("", "New") == (Piece("in", "New"),)
    assert pieces("Same", "Same") == (Piece("same", "Same"),)


def test_texts_too_long_to_compare_word_by_word_stand_whole():
    older, newer = "a " * MOST_WORDS, "b " * MOST_WORDS
    assert pieces(older, newer) == (Piece("out", older), Piece("in", newer))


def test_the_pieces_hold_every_letter_of_both_texts():
    older, newer = "One  two\nthree", "One two\n\nthree four"
    found = pieces(older, newer)
    assert "".join(piece.words for piece in found if piece.kind != "in") == older
    assert "".join(piece.words for piece in found if piece.kind != "out") == newer
