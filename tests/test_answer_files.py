"""Answer files: read strictly, refused with a sentence, written so that they read back the same."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agreements.answer_files import MOST_BYTES, parse, plain, read, write
from agreements.errors import UnreadableAnswers


def refusal(content: bytes | str, name: str = "answers.yaml") -> str:
    """Why a file is refused: one sentence, or two, and no traceback."""
    with pytest.raises(UnreadableAnswers) as caught:
        parse(content.encode() if isinstance(content, str) else content, name)
    sentence = str(caught.value)
    assert sentence.startswith(name)
    assert len(sentence) < 300
    return sentence


class TestYaml:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("no", "no"),
            ("yes", "yes"),
            ("on", "on"),
            ("true", True),
            ("False", False),
            ("25", 25),
            ("0", 0),
            ("00012345", "00012345"),
            ("012", "012"),
            ("0x1F", "0x1F"),
            ("0o17", "0o17"),
            ("1_000", "1_000"),
            ("+44", "+44"),
            ("-5", "-5"),
            ("07700 900123", "07700 900123"),
            ("1.50", "1.50"),
            ("1e3", "1e3"),
            (".nan", ".nan"),
            (".inf", ".inf"),
            ("9" * 400, "9" * 400),
            ("2027-03-27", "2027-03-27"),
            ("2027-13-45", "2027-13-45"),
            ("2027-03-27 10:00:00", "2027-03-27 10:00:00"),
            ("12:30", "12:30"),
            ("~", None),
            ("", None),
            ('"quoted: text"', "quoted: text"),
            ("|\n  one\n  two\n", "one\ntwo\n"),
            ("|-\n  one\n\n  two\n", "one\n\ntwo"),
            ("=", "="),
        ],
    )
    def test_answers_are_read_as_they_are_typed(self, text, value):
        assert parse(f"a: {text}".encode(), "answers.yaml") == {"a": value}

    def test_a_mark_at_the_beginning_of_a_file_is_no_part_of_it(self):
        assert parse(b"\xef\xbb\xbfa: 1", "answers.yaml") == {"a": 1}

    def test_an_empty_file_holds_nothing(self):
        assert parse(b"", "answers.yaml") is None

    @pytest.mark.parametrize("name", ["answers.yaml", "answers.yml", "answers.txt", "answers"])
    def test_any_name_that_does_not_end_in_json_is_yaml(self, name):
        assert parse(b"a: no", name) == {"a": "no"}

    def test_a_key_given_twice_is_refused_with_its_line(self):
        assert refusal("a: 1\nb: 2\na: 3").startswith('answers.yaml, line 3: found duplicate key "a"')

    def test_a_key_given_twice_deep_down_is_refused(self):
        assert refusal("a:\n  - {x: 1, x: 2}").startswith("answers.yaml, line 2: found duplicate key")

    def test_a_key_cannot_be_slipped_in_by_merging(self):
        assert parse(b"<<: {a: 1}\nb: 2", "answers.yaml") == {"<<": {"a": 1}, "b": 2}

    @pytest.mark.parametrize("text", ["a: &x 1\nb: *x", "a: *x", "a: &x [*x]", "- &x 1", "a: &Co"])
    def test_anchors_and_aliases_are_refused(self, text):
        assert "“&” and “*” have a meaning of their own here" in refusal(text)

    def test_a_few_lines_that_stand_for_a_billion_are_refused_at_once(self):
        lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
        lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
        assert refusal("\n".join(lines)).startswith("answers.yaml, line 1: ")

    @pytest.mark.parametrize(
        "text",
        ["a: !!python/object/apply:os.system [ls]", "a: !!binary aGk=", "a: !!set {x}", "a: !mine x", "!!omap []"],
    )
    def test_anything_but_data_is_refused(self, text):
        assert "line 1: “!” has a meaning of its own here" in refusal(text)

    @pytest.mark.parametrize("text", ["a: b: c", "a: [1", "\ta: 1", "a: 'x", "a: @x", "a: 1\n b: 2", "{a: 1}: b"])
    def test_what_is_no_yaml_is_refused_with_its_line_and_a_hint(self, text):
        assert refusal(text).endswith("An answer that holds a colon or begins with a sign stands in quotation marks.")

    def test_two_documents_in_a_file_are_refused(self):
        assert "another document" in refusal("a: 1\n---\nb: 2")

    def test_control_characters_are_refused(self):
        assert "cannot be read" in refusal("a: x\x07")

    @pytest.mark.parametrize("text", ["a: " + "[" * 30 + "]" * 30, "[" * 100_000, "{a: " * 30 + "}" * 30])
    def test_what_is_nested_too_deep_is_refused(self, text):
        assert refusal(text) == "answers.yaml is nested too deep to be an answer file."


class TestJson:
    def test_answers_are_read_as_they_are_typed(self):
        text = b'{"a": "no", "b": 25, "c": 1.50, "d": true, "e": null, "f": ["x"], "g": 1e3, "h": -5}'
        assert parse(text, "answers.json") == {
            "a": "no",
            "b": 25,
            "c": "1.50",
            "d": True,
            "e": None,
            "f": ["x"],
            "g": "1e3",
            "h": "-5",
        }

    def test_a_number_of_any_length_is_read(self):
        assert parse(b'{"a": ' + b"9" * 10_000 + b"}", "answers.JSON") == {"a": "9" * 10_000}

    @pytest.mark.parametrize("text", ['{"a": 1, "a": 2}', '{"x": [{"a": 1, "a": 1}]}'])
    def test_a_key_given_twice_is_refused(self, text):
        assert refusal(text, "answers.json") == "answers.json cannot be read: “a” is given twice."

    @pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
    def test_numbers_that_are_none_are_refused(self, word):
        assert refusal(f'{{"a": {word}}}', "answers.json") == (
            f"answers.json cannot be read: “{word}” is not a number we can use."
        )

    @pytest.mark.parametrize("text", ["", "{", "[1,]", "{'a': 1}", "a: 1", '{"a": 1} x', '{"a": 01}', '{"a": "\n"}'])
    def test_what_is_no_json_is_refused_with_its_place(self, text):
        assert "line 1" in refusal(text, "answers.json")

    @pytest.mark.parametrize("text", ["[" * 21 + "]" * 21, "[" * 100_000, '{"a":' * 21 + "1" + "}" * 21])
    def test_what_is_nested_too_deep_is_refused(self, text):
        assert refusal(text, "answers.json") == "answers.json is nested too deep to be an answer file."

    def test_twenty_levels_are_deep_enough(self):
        assert parse(b"[" * 20 + b"]" * 20, "answers.json")


@pytest.mark.parametrize("name", ["answers.yaml", "answers.json"])
class TestAnyFile:
    @pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-32"])
    def test_another_encoding_is_refused(self, name, encoding):
        assert refusal("a: é".encode(encoding), name) == f"{name} is not text. Save it as UTF-8."

    @pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n", b"PK\x03\x04\x14\x00\xff", b"\xff" * 100])
    def test_a_file_of_another_kind_is_refused(self, name, content):
        refusal(content, name)

    def test_a_file_that_is_too_large_is_refused(self, name):
        sentence = f"{name} is larger than 4 MB, the most an answer file may have."
        assert refusal(b"x" * (MOST_BYTES + 1), name) == sentence

    @given(st.binary(max_size=60) | st.text(st.sampled_from("[]{}:,-?&*!|>'\"%@`#~ \n\tab01"), max_size=40))
    def test_nothing_in_a_file_makes_more_trouble_than_a_sentence(self, name, content):
        try:
            parse(content.encode() if isinstance(content, str) else content, name)
        except UnreadableAnswers as error:
            assert str(error)  # noqa: PT017  # most contents raise nothing


class TestReading:
    def test_a_file_is_read_by_its_name(self, tmp_path):
        (tmp_path / "a.json").write_text('{"a": 1}')
        (tmp_path / "a.yaml").write_text("a: 1")
        assert read(tmp_path / "a.json") == read(tmp_path / "a.yaml") == {"a": 1}

    @pytest.mark.parametrize(
        ("path", "reason"),
        [("", "is a directory"), ("nowhere.yaml", "no such file or directory"), ("a.yaml/b.yaml", "not a directory")],
    )
    def test_a_file_that_cannot_be_opened_is_told_with_the_reason(self, tmp_path, path, reason):
        (tmp_path / "a.yaml").write_text("a: 1")
        with pytest.raises(UnreadableAnswers) as caught:
            read(tmp_path / path)
        assert str(caught.value) == f"{tmp_path / path} cannot be opened: {reason}."

    def test_a_name_that_no_system_takes_is_told(self):
        with pytest.raises(UnreadableAnswers, match="cannot be opened"):
            read(Path("a\0b"))

    def test_an_endless_file_is_not_read_to_its_end(self):
        with pytest.raises(UnreadableAnswers, match="larger than 4 MB"):
            read(Path("/dev/zero"))


any_words = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    [
        *("no", "true", "null", "~", "2027-03-27", "007", "1e3", "a: b", "- x", "#", "&x", "*x", "!x", "|", "=", "<<"),
        *("%", "@", "`", "'", '"', "🏠", "w" * 10_001, " x ", "\n", "\t", "a\n\nb\n", " a\n  b \n\n", "a\r\nb"),
        *("\x85", "\u2028", "\ufeff", "\x00", "\x7f", "\ud800", "a\u00a0b"),
    ]
)
any_set = st.dictionaries(
    any_words,
    st.recursive(
        any_words | st.booleans() | st.none() | st.integers(0, 10**15 - 1),
        lambda below: st.lists(below, max_size=4) | st.dictionaries(any_words, below, max_size=4),
        max_leaves=12,
    ),
    max_size=4,
)


class TestWriting:
    @given(any_set)
    def test_what_is_written_reads_back_the_same(self, answers):
        assert parse(write(answers), "answers.yaml") == answers

    def test_it_is_written_for_people(self):
        written = write({"about": {"title": "Tŷ Gŵyr 🏠", "pages": ["one", "a\n\nb"]}}).decode()
        assert written == "about:\n  title: Tŷ Gŵyr 🏠\n  pages:\n  - one\n  - |-\n    a\n\n    b\n"

    def test_the_same_answers_are_the_same_bytes_in_the_same_order(self):
        answers = {"b": {"z": "1", "a": "2"}, "a": {}}
        assert write(answers) == write(answers)
        assert list(parse(write(answers), "answers.yaml")) == ["b", "a"]


def test_a_plain_answer_set_is_fit_for_json():
    raw = {"a": date(2027, 3, 27), 1: [date(2027, 1, 1), ("x",)], "b": {"c": None}}
    assert json.loads(json.dumps(plain(raw))) == {"a": "2027-03-27", "1": ["2027-01-01", ["x"]], "b": {"c": None}}
