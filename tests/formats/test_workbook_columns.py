from decidr.formats.workbook_columns import COLUMNS

SPECIFICATION = """
Study: Field, Value
Criteria: Criterion, Under, Scored by, Better, Unit, Worst, Best, Curve, Weighted by, Weight, Must, Cost, Active,
 Description, Source
Hosts: Host, Code, Group, Active, Notes
Participants: Participant, Weight, Role, Email
Roles: Participant, Under
Views: View, Criterion, Counts, Turned
Judgments: Under, First, Second, Value, Status, Participant, View, Note, When
Nodes: Under, View, Weighted by, Group
Weights: Criterion, View, Participant, Weight, Low, High, Status
Data: Criterion, Host, Value, Low, High, Distribution, Unit, Year, Status, Closed, Source, Licence, Participant, Who,
 When, Note
Ratings: Criterion, Level, Score
Costs: Host, Item, Amount, Currency, Year, Source
Rates: Currency, Per unit of the study's currency, Year, Source
Scenarios: Scenario, Kind, Target, Host, View, Operation, Value, Note
Scenario sets: Set, Scenario, Probability
"""
"""The promise to users: sheets and columns as they were written down before the code."""


def test_sheets_and_columns_are_those_that_users_were_promised():
    lines = SPECIFICATION.strip().replace(",\n ", ", ").splitlines()
    promised = {sheet: tuple(columns.split(", ")) for sheet, columns in (line.split(": ") for line in lines)}
    assert dict(COLUMNS) == promised
    assert list(COLUMNS) == list(promised)
