"""What the find field can find."""

from PySide6.QtCore import QObject

from decidr.gui.actions import Actions, Now
from decidr.gui.document import Document
from decidr.gui.finding import targets
from tests.gui.scenario_study import scenario_study


def _targets(document: Document, went: list[str], *, has_study: bool = True) -> dict[tuple[str, str], object]:
    parent = QObject()
    actions = Actions({"open": lambda: went.append("open"), "page_data": lambda: went.append("page")}, parent)
    actions.allow(Now(has_study=has_study))
    found = targets(document, actions, went.append, has_study=has_study)
    document.setProperty("kept", parent)
    return {(target.name, target.kind): target.go for target in found}


def test_actions_pages_views_criteria_and_hosts_are_found(document: Document) -> None:
    found = _targets(document, [])
    wanted = {
        ("Open", "action"),
        ("Data", "page"),
        ("investor", "view"),
        ("Rule of law", "criterion"),
        ("Canada", "host"),
    }
    assert wanted <= found.keys()


def test_a_criterion_leads_to_its_place_and_a_host_is_selected(document: Document) -> None:
    went: list[str] = []
    found = _targets(document, went)
    found["Rule of law", "criterion"]()  # type: ignore[operator]
    found["Canada", "host"]()  # type: ignore[operator]
    assert went == ["criteria:c2", "hosts:h2"]
    assert document.selected_host == "h2"


def test_a_scenario_is_found_and_supposed(qapp: object) -> None:
    document = Document(scenario_study())
    found = _targets(document, [])
    found["Strike in a boom", "scenario"]()  # type: ignore[operator]
    assert document.scenario == "Strike in a boom"


def test_without_a_study_only_what_can_be_done_is_found(document: Document) -> None:
    assert _targets(document, [], has_study=False).keys() == {("Open", "action")}
