from setup.plain_words.sentences import sentences_of


def test_a_time_and_a_short_form_do_not_end_a_sentence():
    assert sentences_of("We open at 9.30 am. “Soon” is not a date.") == ["We open at 9.30 am.", "“Soon” is not a date."]


def test_words_without_an_end_are_a_sentence_too():
    assert sentences_of("  All   partners\nagree ") == ["All partners agree"]


def test_what_has_no_letter_is_no_sentence():
    assert sentences_of("… – 12") == []
