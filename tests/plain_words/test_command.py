from setup.plain_words import __main__ as command
from setup.plain_words.judging import Exceptions
from setup.plain_words.texts import QUESTION, Read

HARD = Read(QUESTION, "about.aim", ("Which organisational collaboration do you anticipate?",))


def test_it_ends_well_when_all_is_plain_and_shows_the_hardest(capsys):
    assert command.main([]) == 0
    said = capsys.readouterr().out
    assert "The hardest: question (reading age at most 11" in said
    assert "0 to mend" in said


def test_it_ends_with_an_error_when_something_is_hard(capsys, monkeypatch):
    monkeypatch.setattr(command, "texts", lambda: [HARD])
    monkeypatch.setattr(command, "listed_exceptions", lambda: Exceptions({}, {}))
    assert command.main([]) == 1
    assert "1 to mend" in capsys.readouterr().out


def test_a_name_that_there_is_not_is_told_with_what_is_near(capsys):
    assert command.main(["clause reveiws"]) == 2
    said = capsys.readouterr().out
    assert "No text has “clause reveiws” in its name." in said
    assert "clause reviews" in said


def test_one_text_is_shown_sentence_by_sentence(capsys):
    assert command.main(["clause reviews"]) == 0
    said = capsys.readouterr().out
    assert "Does the work still serve our vision?" in said
    assert "clause leaving" not in said
