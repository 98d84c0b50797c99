import pytest

from decidr.core.study.judgments import NodeSetting
from decidr.formats.workbook_weighting import weighted_by

NODES = (
    NodeSetting(under="a", weighted_by="direct"),
    NodeSetting(under="a", view="v2", weighted_by="ranks"),
    NodeSetting(under="a", view="v3", agreed=True),
    NodeSetting(under="b", view="v2", weighted_by="swing"),
)


@pytest.mark.parametrize(
    ("node", "view", "way"),
    [
        ("a", None, "direct"),
        ("a", "v1", "direct"),
        ("a", "v2", "ranks"),
        ("a", "v3", "direct"),
        ("b", None, "judgments"),
        ("b", "v1", "judgments"),
        ("b", "v2", "swing"),
        ("goal", "v1", "judgments"),
    ],
)
def test_a_view_says_how_a_node_is_weighted_before_all_views_and_judgments_are_the_default(node, view, way):
    assert weighted_by(NODES, node, view) == way
