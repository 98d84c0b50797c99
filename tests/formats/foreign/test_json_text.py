import pytest

from decidr.core.study.problems import Refused
from decidr.formats.foreign.json_text import json_value
from decidr.formats.workbook_tables import Trouble


def test_a_key_that_stands_twice_is_told():
    trouble = Trouble()
    assert json_value('{"a": {"b": 3, "b": 5}}', "f.json", trouble) == {"a": {"b": 5}}
    assert [(p.severity, p.code, p.place, p.values["key"]) for p in trouble.problems] == [
        ("error", "foreign.key_twice", "f.json", "b")
    ]


def test_what_is_no_json_is_refused_with_its_line():
    with pytest.raises(Refused, match="line 2, column 6"):
        json_value('{"a": 1,\n "b" 2}', "f.json", Trouble())


def test_what_is_nested_without_end_is_refused():
    with pytest.raises(Refused, match="not a decidr study"):
        json_value("[" * 100_000, "f.json", Trouble())
