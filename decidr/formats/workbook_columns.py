"""The sheets of the study workbook and their columns, in the order in which they are written."""

from collections.abc import Mapping

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "Study": ("Field", "Value"),
    "Criteria": (
        "Criterion", "Under", "Scored by", "Better", "Unit", "Worst", "Best", "Curve", "Weighted by", "Weight", "Must",
        "Cost", "Active", "Description", "Source",
    ),
    "Hosts": ("Host", "Code", "Group", "Active", "Notes"),
    "Participants": ("Participant", "Weight", "Role", "Email"),
    "Roles": ("Participant", "Under"),
    "Views": ("View", "Criterion", "Counts", "Turned"),
    "Judgments": ("Under", "First", "Second", "Value", "Status", "Participant", "View", "Note", "When"),
    "Nodes": ("Under", "View", "Weighted by", "Group"),
    "Weights": ("Criterion", "View", "Participant", "Weight", "Low", "High", "Status"),
    "Data": (
        "Criterion", "Host", "Value", "Low", "High", "Distribution", "Unit", "Year", "Status", "Closed", "Source",
        "Licence", "Participant", "Who", "When", "Note",
    ),
    "Ratings": ("Criterion", "Level", "Score"),
    "Costs": ("Host", "Item", "Amount", "Currency", "Year", "Source"),
    "Rates": ("Currency", "Per unit of the study's currency", "Year", "Source"),
    "Scenarios": ("Scenario", "Kind", "Target", "Host", "View", "Operation", "Value", "Note"),
    "Scenario sets": ("Set", "Scenario", "Probability"),
}  # fmt: skip
