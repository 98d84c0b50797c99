import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from decidr.core.study.criteria import Criterion
from decidr.core.study.edits import remove_criterion, remove_host
from decidr.core.study.part import Part
from decidr.core.study.problems import Refused, sentence
from decidr.core.study.study import Study
from decidr.formats.study_file import load_study, save_study, study_from_text, study_text
from decidr.formats.templates import load_template
from tests.formats.every_part import EVERY_PART, WITH_IMPORTS, WITH_SNAPSHOTS

OLD_FILES = sorted((Path(__file__).parent.parent / "data" / "studies").rglob("*.decidr"))

HELD = {"every_part": EVERY_PART, "snapshots": WITH_SNAPSHOTS, "imports": WITH_IMPORTS}
"""The study that each of them holds, by the file's name."""

TEXT = study_text(EVERY_PART)


def refused(text):
    with pytest.raises(Refused) as refusal:
        study_from_text(text, "plant.decidr")
    for problem in refusal.value.problems:
        assert "{" not in sentence(problem)
        assert "`" not in sentence(problem)
    return [(str(problem.place), problem.code) for problem in refusal.value.problems]


def changed(change):
    fields = json.loads(TEXT)
    change(fields)
    return json.dumps(fields)


def parts_in(value):
    if isinstance(value, tuple):
        for inner in value:
            yield from parts_in(inner)
    elif isinstance(value, Part):
        yield value
        for name in value.__struct_fields__:
            yield from parts_in(getattr(value, name))


def kinds_below(kind, above=()):
    """Every part that a study can hold; a snapshot holds a study, and is not looked into twice."""
    for inner in get_args(kind):
        yield from kinds_below(inner, above)
    if isinstance(kind, type) and issubclass(kind, Part) and kind not in above:
        yield kind
        for name, field in get_type_hints(kind).items():
            if name != "kept":
                yield from kinds_below(field, (*above, kind))


def test_the_example_says_something_in_every_field_of_every_part():
    said = {}
    for part in parts_in(WITH_IMPORTS):
        fields = {name for name in part.__struct_fields__ if getattr(part, name) not in (None, "", ())}
        said[type(part)] = said.get(type(part), set()) | fields
    for kind in set(kinds_below(Study)):
        assert set(kind.__struct_fields__) == said[kind], kind
    every = list(parts_in(WITH_IMPORTS))
    flags = {
        (type(p), n): {getattr(q, n) for q in every if type(q) is type(p)}
        for p in every
        for n in ("active",)
        if hasattr(p, n)
    }
    assert all(values == {True, False} for values in flags.values())


def test_a_study_comes_back_from_its_file_as_it_was(tmp_path):
    save_study(EVERY_PART, tmp_path / "plant.decidr")
    assert load_study(tmp_path / "plant.decidr") == EVERY_PART


def test_an_empty_study_comes_back_too():
    assert study_from_text(study_text(Study())) == Study()


@pytest.mark.parametrize("path", OLD_FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_files_of_every_version_are_still_read(path):
    assert load_study(path) == HELD[path.stem]


@pytest.mark.parametrize("path", [p for p in OLD_FILES if p.parent.name == "v1"], ids=lambda path: path.stem)
def test_version_1_is_still_written_sign_for_sign(path):
    assert study_text(HELD[path.stem]) == path.read_text(encoding="utf-8")


def test_the_format_stands_at_the_top():
    assert TEXT.startswith('{\n "format": [1, 0],\n "title": "EV plant",\n')


def test_a_change_of_one_figure_changes_one_line():
    cells = (replace(EVERY_PART.cells[0], value=2.39), *EVERY_PART.cells[1:])
    before, after = TEXT.splitlines(), study_text(replace(EVERY_PART, cells=cells)).splitlines()
    assert [(a.strip(), b.strip()) for a, b in zip(before, after, strict=True) if a != b] == [
        ('"value": 2.38,', '"value": 2.39,')
    ]


def test_names_are_kept_sign_for_sign():
    name = ' =SUM("x")\n\t\\ [1,\n2] _x0041_ 🏭 \u202e'
    study = Study(criteria=(Criterion(id="c1", name=name),))
    assert study_from_text(study_text(study)).criteria[0].name == name


def test_half_a_sign_does_not_keep_a_study_from_being_saved(tmp_path):
    save_study(Study(title="broken \ud83c"), tmp_path / "plant.decidr")
    assert load_study(tmp_path / "plant.decidr").title == "broken ?"


def test_a_byte_order_mark_does_no_harm(tmp_path):
    (tmp_path / "plant.decidr").write_text(TEXT, encoding="utf-8-sig")
    assert load_study(tmp_path / "plant.decidr") == EVERY_PART


def test_a_number_that_is_none_is_not_written():
    with pytest.raises(ValueError, match="not JSON compliant"):
        study_text(Study(criteria=(Criterion(id="c1", name="A", worst=float("nan")),)))


# Newer files


def later(major, minor):
    def change(fields):
        fields["format"] = [major, minor]
        fields["mood"] = {"kept": [1, {"deep": None}]}
        fields["settings"]["colour"] = "blue"
        fields["criteria"][1]["curve"]["steps"] = [[1, 2]]
        fields["comparisons"][0]["pairs"][0]["kept"] = {"by": "Lee"}
        fields["scenarios"][0]["moves"][1]["until"] = "2030"

    return changed(change)


def test_a_newer_first_number_is_refused_in_words():
    with pytest.raises(Refused, match=r"plant.decidr: a newer decidr wrote this \(format 2.0\)"):
        study_from_text(later(2, 0), "plant.decidr")


def test_what_a_newer_second_number_brings_travels_with_its_part():
    study = study_from_text(later(1, 7))
    assert study.settings.kept == {"colour": "blue"}
    assert study.criteria[1].curve.kept == {"steps": [[1, 2]]}
    assert study.comparisons[0].pairs[0].kept == {"kept": {"by": "Lee"}}
    assert replace(study, criteria=study.criteria[1:]).criteria[0].curve.kept == {"steps": [[1, 2]]}


def test_what_a_newer_second_number_brought_is_written_back_where_it_was():
    text = later(1, 7)
    assert json.loads(study_text(study_from_text(text))) == json.loads(text)
    assert study_text(study_from_text(text)).startswith('{\n "format": [1, 7],')


# Snapshots


def test_snapshots_come_back_from_the_file_as_they_were(tmp_path):
    save_study(WITH_SNAPSHOTS, tmp_path / "plant.decidr")
    assert load_study(tmp_path / "plant.decidr") == WITH_SNAPSHOTS


def test_a_study_without_snapshots_says_nothing_of_them():
    assert "snapshots" not in json.loads(TEXT)


def test_a_decidr_that_does_not_know_snapshots_carries_them_along_and_they_stay_true():
    fields = json.loads(study_text(WITH_SNAPSHOTS))
    assert fields["format"] == [1, 0]
    del fields["hosts"][2], fields["cells"][5:]
    edited = study_from_text(json.dumps(fields))
    assert edited.hosts != WITH_SNAPSHOTS.hosts
    assert edited.snapshots == WITH_SNAPSHOTS.snapshots


def test_fields_of_a_newer_file_stay_in_the_snapshots_too():
    def newer(fields):
        fields["format"] = [1, 7]
        fields["snapshots"][0]["mood"] = "tense"
        fields["snapshots"][0]["study"].update(format=[1, 7], weather=["fine"])
        fields["snapshots"][1]["since"]["set"]["weather"] = ["rain", 3]
        fields["snapshots"][2]["since"]["gone"] = ["weather"]

    fields = json.loads(study_text(WITH_SNAPSHOTS))
    newer(fields)
    study = study_from_text(json.dumps(fields))
    assert [s.study.kept for s in study.snapshots] == [{"weather": ["fine"]}, {"weather": ["rain", 3]}, {}]
    assert study.snapshots[0].kept == {"mood": "tense"}
    assert study_from_text(study_text(study)) == study


def test_damage_in_a_snapshot_is_told_with_its_place():
    def broken(change):
        fields = json.loads(study_text(WITH_SNAPSHOTS))
        change(fields["snapshots"])
        return refused(json.dumps(fields))[0]

    first = "$.snapshots[0].study"
    assert broken(lambda s: s[0]["study"]["cells"][0].update(host="h9")) == (
        f"{first}.cells[0].host",
        "file.broken_reference",
    )
    assert broken(lambda s: s[0]["study"]["hosts"][0].update(id="h1")) == (f"{first}.hosts[1].id", "file.double_id")
    assert broken(lambda s: s[0]["study"].update(title=1)) == (f"{first}.title", "file.wrong_kind")
    assert broken(lambda s: s[0]["study"]["criteria"][1].update(under="c2")) == (
        "Criteria: Stabilité",
        "criteria.cycle",
    )
    assert broken(lambda s: s[0].pop("study")) == ("$.snapshots[1].since", "file.broken_snapshot")
    inner = {"name": "x", "study": {}}
    assert broken(lambda s: s[0]["study"].update(snapshots=[inner])) == (
        f"{first}.snapshots",
        "file.snapshot_in_snapshot",
    )


# Damage


@pytest.mark.parametrize(
    ("change", "place", "code"),
    [
        (lambda f: f["cells"][3].update(value=[1]), "$.cells[3].value", "file.wrong_kind"),
        (lambda f: f["criteria"][1].update(worst="15"), "$.criteria[1].worst", "file.wrong_kind"),
        (lambda f: f["criteria"][0].update(active="yes"), "$.criteria[0].active", "file.wrong_kind"),
        (lambda f: f["criteria"][1]["curve"].update(points=[[1]]), "$.criteria[1].curve.points[0]", "file.wrong_kind"),
        (lambda f: f.update(hosts={}), "$.hosts", "file.wrong_kind"),
        (lambda f: f["settings"].update(scale="loud"), "$.settings.scale", "file.unknown_word"),
        (lambda f: f["hosts"][1].pop("name"), "$.hosts[1]", "file.field_missing"),
        (lambda f: f["settings"].update(base_view="v9"), "$.settings.base_view", "file.broken_reference"),
        (lambda f: f["cells"][3].update(host="h9"), "$.cells[3].host", "file.broken_reference"),
        (lambda f: f["criteria"][1].update(under="c9"), "$.criteria[1].under", "file.broken_reference"),
        (lambda f: f["levels"][0].update(criterion="goal"), "$.levels[0].criterion", "file.broken_reference"),
        (lambda f: f["views"][1].update(turned=["c1", "x"]), "$.views[1].turned", "file.broken_reference"),
        (
            lambda f: f["comparisons"][2]["pairs"][0].update(second="x"),
            "$.comparisons[2].pairs[0].second",
            "file.broken_reference",
        ),
        (
            lambda f: f["scenarios"][0]["moves"][0].update(target="x"),
            "$.scenarios[0].moves[0].target",
            "file.broken_reference",
        ),
        (lambda f: f["scenario_sets"][0].update(scenarios=["x"]), "$.scenario_sets[0].scenarios",
         "file.broken_reference"),
        (lambda f: f["hosts"][2].update(id="h1"), "$.hosts[2].id", "file.double_id"),
        (lambda f: f["criteria"][0].update(under="c2"), "Criteria: Stabilité", "criteria.cycle"),
    ],
)  # fmt: skip
def test_damage_is_told_with_its_place(change, place, code):
    found = refused(changed(change))
    assert (place, code) in found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "file.not_a_study"),
        ("hello", "file.not_a_study"),
        ("[1, 2]", "file.not_a_study"),
        ("{}", "file.not_a_study"),
        ('{"format": [1]}', "file.not_a_study"),
        ('{"format": [1, true]}', "file.not_a_study"),
        ('{"format": "1.0"}', "file.not_a_study"),
        ('{"format": [1, 0], "title": "x"', "file.damaged"),
        ('{"format": [1, 0], "cells": [{"criterion": "c", "host": "h", "value": NaN}]}', "file.no_number"),
        ('{"format": [1, 0], "cells": [{"criterion": "c", "host": "h", "value": 1e999}]}', "file.no_number"),
        ('{"a":' * 100_000, "file.not_a_study"),
    ],
)
def test_what_is_no_study_is_told_with_the_files_name(text, code):
    assert refused(text) == [("plant.decidr", code)]


def test_a_file_that_was_cut_off_anywhere_is_refused(tmp_path):
    for length in range(0, len(TEXT) - 1, 97):
        assert refused(TEXT[:length])[0][1] in ("file.damaged", "file.not_a_study")


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.sampled_from([*Study.__struct_fields__, "id", "name", "kept"]), inner)
        ),
    )
)
def test_no_json_whatever_escapes_as_a_trace(fields):
    text = json.dumps({"format": [1, 0], **fields} if isinstance(fields, dict) else fields)
    with suppress(Refused):
        study_from_text(text)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(Refused, match="there is no file"):
        load_study(tmp_path / "none.decidr")


def test_a_folder_is_told(tmp_path):
    with pytest.raises(Refused, match="this is a folder"):
        load_study(tmp_path)


def test_a_file_of_other_bytes_is_told(tmp_path):
    (tmp_path / "picture.decidr").write_bytes(b"\x89PNG\xff\xfe")
    with pytest.raises(Refused, match="this is not a decidr study"):
        load_study(tmp_path / "picture.decidr")


def test_a_file_that_may_not_be_read_is_told(tmp_path, monkeypatch):
    def protected(path, **how):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_text", protected)
    with pytest.raises(Refused, match=r"plant.decidr: the file cannot be read \(Permission denied\)"):
        load_study(tmp_path / "plant.decidr")


def test_what_edits_leave_behind_can_always_be_opened_again():
    study = load_template("ev-plant")
    for criterion in study.criteria:
        assert study_from_text(study_text(remove_criterion(study, criterion.id)))
    for host in study.hosts:
        assert study_from_text(study_text(remove_host(study, host.id)))


def test_reading_a_study_loads_none_of_the_heavy_libraries():
    code = (
        "import sys; import decidr.formats.study_file, decidr.formats.templates, decidr.formats.ratios;"
        "print(sorted({'openpyxl', 'pandas', 'python_calamine', 'numpy', 'PySide6'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
