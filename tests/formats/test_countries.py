"""Countries by name and by code."""

import pytest

from decidr.formats.countries import country_by_number, country_code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Canada", "CAN"),
        (" canada ", "CAN"),
        ("CAN", "CAN"),
        ("us", "USA"),
        ("United States", "USA"),
        ("United States of America", "USA"),
        ("the Netherlands", "NLD"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("Turkiye", "TUR"),
        ("Republic of Türkiye", "TUR"),
        ("UK", "GBR"),
        ("South Korea", "KOR"),
        ("Namibia", "NAM"),
        ("Georgia", "GEO"),
    ],
)
def test_a_country_is_known_by_its_names_and_codes(name: str, code: str) -> None:
    assert country_code(name) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [("Espagne", "ESP"), ("Deutschland", "DEU"), ("México", "MEX"), ("中国", "CHN"), ("Marrocos", "MAR")],
)
def test_a_country_is_known_in_several_languages(name: str, code: str) -> None:
    assert country_code(name) == code


def test_the_code_of_a_province_stands_for_itself() -> None:
    assert country_code("ca-on") == "CA-ON"


@pytest.mark.parametrize("name", ["", "  ", "Site 11", "Canadian plant", "CA-XX", "Atlantis", "-"])
def test_anything_else_has_no_code(name: str) -> None:
    assert country_code(name) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Korea, Rep.", "KOR"),
        ("Korea, Dem. People's Rep.", "PRK"),
        ("Congo, Dem. Rep.", "COD"),
        ("Congo, Rep.", "COG"),
        ("Egypt, Arab Rep.", "EGY"),
        ("Hong Kong SAR, China", "HKG"),
        ("Bolivia (Plurinational State of)", "BOL"),
        ("Gambia, The", "GMB"),
        ("St. Kitts and Nevis", "KNA"),
        ("Lao PDR", "LAO"),
        ("TC<rkiye", "TUR"),
        ("CÃ´te d'Ivoire", "CIV"),
        ("Turchia", "TUR"),
        ("Węgry", "HUN"),
        ("カナダ", "CAN"),
    ],
)
def test_a_country_is_known_by_offices_spellings_and_by_names_that_programs_spoiled(name: str, code: str) -> None:
    assert country_code(name) == code


@pytest.mark.parametrize(
    ("code", "country"), [("124", "CAN"), (124.0, "CAN"), ("4", "AFG"), ("2023", None), (1.5, None)]
)
def test_a_country_is_known_by_its_numeric_code(code: str | float, country: str | None) -> None:
    assert country_by_number(code) == country
