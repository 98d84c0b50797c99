"""Parts as JSON and back."""

import msgspec

from decidr.core.study.criteria import Criterion, Curve
from decidr.formats.part_json import flattened, gathered
from tests.formats.every_part import EVERY_PART


def test_a_part_says_only_what_differs_from_its_defaults() -> None:
    assert flattened(Criterion(id="c1", name="Cost")) == {"id": "c1", "name": "Cost"}
    assert flattened(Criterion(id="c1", name="Cost", curve=Curve(form="log")))["curve"] == {"form": "log"}


def test_what_is_not_known_is_gathered_at_any_depth_and_put_back_beside_the_rest() -> None:
    fields = {"id": "c1", "name": "Cost", "mood": 1, "curve": {"form": "log", "steps": [2]}}
    found = gathered(fields, Criterion)
    assert found["kept"] == {"mood": 1}
    assert found["curve"]["kept"] == {"steps": [2]}
    assert flattened(msgspec.convert(found, Criterion)) == fields


def test_a_whole_study_comes_back() -> None:
    kind = type(EVERY_PART)
    assert msgspec.convert(gathered(flattened(EVERY_PART), kind), kind) == EVERY_PART
