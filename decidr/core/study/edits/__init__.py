"""Edits: pure functions from a study to the study that the user wants."""

from decidr.core.study.edits.costs import change_costs, change_rates, remove_costs, remove_rates
from decidr.core.study.edits.criteria import (
    add_criterion,
    move_criterion,
    remove_criterion,
    rename_level,
    set_criterion,
    set_levels,
)
from decidr.core.study.edits.data import CellKey, give_values, set_cell
from decidr.core.study.edits.hosts import add_host, move_host, remove_host, set_host
from decidr.core.study.edits.imports import Conflict, ImportPlan, apply_import, import_conflicts, proposed_ends
from decidr.core.study.edits.judgments import (
    comparisons_at,
    confirm_judgments,
    outdate_judgments,
    outdated_judgments,
    own_judgments_for_view,
    set_comparisons,
    set_judgment,
    set_judgments,
    set_reason,
)
from decidr.core.study.edits.people import add_participant, remove_participant, set_participant, set_roles
from decidr.core.study.edits.snapshots import (
    keep_state,
    remove_snapshot,
    rename_snapshot,
    restore_snapshot,
    snapshot_named,
    take_snapshot,
)
from decidr.core.study.edits.template import as_template
from decidr.core.study.edits.views import (
    add_view,
    count_leaf,
    remove_view,
    set_base_view,
    set_view,
    turn_leaf,
    use_base_view_at,
)
from decidr.core.study.edits.weights import (
    equal_for_now,
    own_weights_for_view,
    set_agreed,
    set_weight,
    set_weighted_by,
    weigh_by,
)
from decidr.core.study.edits.whole import set_fields, set_setting

__all__ = [
    "CellKey",
    "Conflict",
    "ImportPlan",
    "add_criterion",
    "add_host",
    "add_participant",
    "add_view",
    "apply_import",
    "as_template",
    "change_costs",
    "change_rates",
    "comparisons_at",
    "confirm_judgments",
    "count_leaf",
    "equal_for_now",
    "give_values",
    "import_conflicts",
    "keep_state",
    "move_criterion",
    "move_host",
    "outdate_judgments",
    "outdated_judgments",
    "own_judgments_for_view",
    "own_weights_for_view",
    "proposed_ends",
    "remove_costs",
    "remove_criterion",
    "remove_host",
    "remove_participant",
    "remove_rates",
    "remove_snapshot",
    "remove_view",
    "rename_level",
    "rename_snapshot",
    "restore_snapshot",
    "set_agreed",
    "set_base_view",
    "set_cell",
    "set_comparisons",
    "set_criterion",
    "set_fields",
    "set_host",
    "set_judgment",
    "set_judgments",
    "set_levels",
    "set_participant",
    "set_reason",
    "set_roles",
    "set_setting",
    "set_view",
    "set_weight",
    "set_weighted_by",
    "snapshot_named",
    "take_snapshot",
    "turn_leaf",
    "use_base_view_at",
    "weigh_by",
]
