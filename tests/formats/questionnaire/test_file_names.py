import pytest

from decidr.formats.questionnaire.file_names import LONGEST, file_stem


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Ana Pérez", "Ana Pérez"),
        ("李明", "李明"),
        ('a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j"),
        ("../../etc/passwd", "etc passwd"),
        (" . ", "participant"),
        ("CON", "CON -"),
        ("nul.txt", "nul.txt -"),
        ("-o", "o"),
        ("a\x00\nb\ud800", "a b"),
        ("Dr. Lee.", "Dr. Lee"),
    ],
)
def test_a_name_is_made_such_as_every_system_takes(name, stem):
    assert file_stem(name, []) == stem


def test_people_of_one_name_get_files_of_their_own_whatever_their_case():
    assert file_stem("LEE", ["Lee", "lee 2"]) == "LEE 3"


def test_two_spellings_of_one_sign_are_one_name():
    assert file_stem("Zoe\u0308", ["Zo\u00eb"]) == "Zo\u00eb 2"


def test_a_very_long_name_still_fits():
    assert 0 < len(file_stem("中" * 300, []).encode()) <= LONGEST
