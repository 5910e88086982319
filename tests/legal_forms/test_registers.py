"""Numbers of the public registers: a slip of the pen is told, and what may be right is left alone."""

import pytest

from agreements.legal_forms.registers import with_registers, wrong_with


@pytest.mark.parametrize("number", ["01234567", "SC123456", "NI012345", "sc123456", "R0001234"])
def test_a_company_number_has_eight_characters(number):
    assert wrong_with("company_number", number, "england") is None


@pytest.mark.parametrize(
    "number", ["1234567", "0123 4567", "012345678", "S1234567", "٠١٢٣٤٥٦٧", "not known", "SC12345"]
)
def test_another_shape_is_no_company_number(number):
    assert "Write all eight characters" in str(wrong_with("company_number", number, "england"))


@pytest.mark.parametrize("number", ["OC123456", "SO123456", "NC123456", "oc123456"])
def test_an_llp_has_letters_of_its_own(number):
    assert wrong_with("llp_number", number, "") is None


@pytest.mark.parametrize(
    ("nation", "number"),
    [
        ("england", "1234567"),
        ("england", "234567"),
        ("wales", "1234567-12"),
        ("scotland", "SC012345"),
        ("scotland", "SC 012345"),
        ("northern_ireland", "NIC123456"),
        ("", "1234567"),
        ("", "SC012345"),
        ("england", "1234567 and SC012345"),
        ("scotland", "1234567, SC012345"),
    ],
)
def test_a_charity_number_has_the_shape_of_its_nation(nation, number):
    assert wrong_with("charity_number", number, nation) is None


@pytest.mark.parametrize(
    ("nation", "number", "write"),
    [
        ("england", "12345", "1234567"),
        ("wales", "SC012345", "1234567"),
        ("scotland", "1234567", "SC012345"),
        ("scotland", "SC12345", "SC012345"),
        ("northern_ireland", "123456", "NIC123456"),
        ("england", "1234567 and 12", "1234567"),
        ("", "twelve", "1234567"),
    ],
)
def test_another_shape_is_told_with_an_example(nation, number, write):
    assert str(wrong_with("charity_number_if_any", number, nation)).endswith(f"such as {write}.")


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("1234567", "1234567 (Charity Commission for England and Wales)"),
        ("NIC123456", "NIC123456 (Charity Commission for Northern Ireland)"),
        (
            "1234567 and SC012345",
            "1234567 (Charity Commission for England and Wales) and SC012345 (Scottish Charity Regulator, OSCR)",
        ),
    ],
)
def test_a_charity_number_is_printed_with_the_register_it_is_on(number, printed):
    assert with_registers(number) == printed
