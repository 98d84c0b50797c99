"""The one table that turns problem codes into sentences.

Each sentence says what is wrong and what to do; names in braces are filled from ``Problem.values``. Codes read
``where.what``; the place is printed before the sentence, so the sentence does not repeat it.
"""

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # data and scores
    "data.missing": "missing; it counts with the middle of its range, and the band shows what it could do",
    "data.beyond_ends": "{value} lies beyond the ends {worst} and {best}; the score is cut there",
    "ends.proposed": "the ends {worst} (worst) and {best} (best) were proposed from the data; confirm or change them",
    "ends.from_data": "no ends given; the smallest and largest value present stand in, so scores depend on the hosts",
    "ends.no_values": "no ends and no values; each host counts with the middle until one of them is given",
    "ends.all_equal": "all hosts have the same value; each scores 1",
    "ends.missing": "no ends given; the absolute synthesis needs Worst and Best",
    "ends.equal": "Worst and Best are both {worst}; they must differ",
    "ends.not_positive": "a log curve needs ends and values above 0, but {value} is not",
    "ends.disagree_with_better": "Better says {better}, but the ends run the other way; change one of them",
    "curve.not_ascending": "the points' x must ascend; {value} does not",
    "curve.too_few_points": "a curve by points needs at least two of them",
    "curve.score_out_of_range": "a score on a curve lies from 0 to 1; {value} does not",
    "direct.negative": "a direct score cannot be below 0; {value} is",
    "direct.above_one": "under the absolute synthesis a direct score cannot be above 1; {value} is",
    "rating.unknown_level": "«{value}» is not a level of this scale; use one of {levels}",
    "leaf.all_zero": "all hosts score 0, so it tells nothing apart",
    "absolute.pairwise_leaf": "compared in pairs, its scores are relative to the hosts present",
    "synthesis.changes_leader": (
        "the leader depends on the synthesis: {leader} under {synthesis}, {other_leader} under {other}"
    ),
    "must.not_understood": "«{must}» is not a condition; write >= 2, <= 15 or = level",
    "must.missing": "no value, so the must {must} could not be tested",
    "turn.not_possible": "only data, rating and direct leaves with scores up to 1 can be turned",
    # weights and judgments
    "judgments.unconnected": "the judgments do not link {groups}; judge a pair across, or the node has no weights",
    "judgments.none": "nothing is judged here yet",
    "judgments.too_wide": "{first} over {second}: {value} is too wide; write a ratio between 1/1000000 and 1000000",
    "judgments.no_priorities": (
        "the answers contradict each other so widely that no priorities can be told; look at the widest ratios"
    ),
    "judgments.above_nine": "{first} over {second}: {value} is above 9, which the {scale} scale does not allow",
    "judgments.inconsistent": "CR {cr} is above 0.10: the answers contradict each other; look at the worst pairs",
    "judgments.outdated": (
        "the meaning of {count} judgments changed with an end of a scale; judge them again, or say that they hold"
    ),
    "judgments.placeholder": "{count} of {judged} judgments are placeholders; replace them by your own",
    "random_index.beyond_table": "the {table} table ends before n = {n}; Alonso and Lamata's fit stands in",
    "group.unconnected": "the participants' answers do not connect all items, so the study's own judgments count",
    "group.none_connects": (
        "priorities are combined over those whose own answers connect all items, and nobody's do; complete one person's"
        " answers, or combine the judgments"
    ),
    "weights.missing": "no weight given for {names}; every sibling needs one",
    "weights.negative": "a weight cannot be below 0; {value} is",
    "weights.all_zero": "all weights are 0; at least one must be above",
    "weights.all_vetoed": (
        "each item has the weight 0 with some participant, so no geometric mean is left; change one, or combine them by"
        " the arithmetic mean"
    ),
    # simulation
    "settings.samples": "a simulation draws at least one sample; {value} are asked for",
    "settings.seed": "a seed is a whole number from 0 on; {value} is not",
    "settings.judgment_spread": "the spread of judgments is a number from 0 on, or group; {value} is not",
    "bounds.empty": (
        "no weights that sum to 1 lie within the bounds, whose lows sum to {low} and highs to {high}; widen them"
    ),
    "data.bounds": "Low {low}, Value {value} and High {high} must ascend; correct them, or the cell cannot be drawn",
    "data.bounds_not_positive": "a lognormal figure needs a Low above 0, and {low} is not",
    "simulation.too_wide": "with this spread judgments are drawn that no number can hold; choose a smaller one",
    "simulation.all_fail": "every host fails a must, so there is nothing to simulate",
    # structure
    "criteria.none": "no criterion counts; add one, or switch one on",
    "criteria.cycle": "{names} lie under each other in a circle",
    "criteria.unknown_parent": "lies under something that is not there",
    "criteria.duplicate": "the name {name} is taken; names differ in more than case, accents and blanks",
    "criteria.dormant": "dormant: kept, and not counted",
    "hosts.none": "no host to rank; add one, or switch one on",
    "hosts.duplicate": "the name {name} is taken; names differ in more than case, accents and blanks",
    "hosts.dormant": "dormant: kept, and not counted",
    "hosts.not_eligible": "{share} of the weight is missing; it keeps its place, but cannot lead",
    "hosts.failed_must": "fails the must {must}",
    "views.leaf_left_out": "left out in the view {view}",
    # files
    "file.missing": "there is no file {file}",
    "file.unreadable": "the file cannot be read ({reason})",
    "file.damaged": "the file is damaged from line {line} on; open an older copy or the recovery copy",
    "file.not_a_study": "this is not a decidr study; a .decidr file, a study workbook or a decidr report is wanted",
    "file.not_a_workbook": (
        "this is no {kind} workbook, whatever its name says, or it is damaged; save it anew in Excel or LibreOffice"
    ),
    "file.locked": "a password protects this workbook, or it is an .xls by another name; save it anew, without one",
    "file.too_new": "a newer decidr wrote this (format {version}); install that one to open it",
    "file.broken_reference": "the file refers to «{reference}», which it does not hold; open an older copy",
    "file.double_id": "two parts carry the same inner mark «{id}»; open an older copy",
    "file.wrong_kind": "{expected} is expected here, and the file has {found}; open an older copy",
    "file.field_missing": "the field «{field}» is missing here; open an older copy",
    "file.unknown_word": "«{value}» is not a word that is known here; open an older copy",
    "file.no_number": "{value} is not a number that a study can hold; open an older copy",
    "file.wrong_content": "the file holds what a study cannot hold: {reason}",
    "file.broken_snapshot": "this snapshot builds on one that the file does not hold whole; open an older copy",
    "file.snapshot_in_snapshot": "a snapshot holds snapshots of its own; open an older copy",
    "file.figures": (
        "this holds figures and no study; open a study, or begin one from a template, and take them in "
        "with «Import data…» (decidr import)"
    ),
    "file.a_folder": "this is a folder; name a file in it",
    "file.unknown_kind": "this kind of file is not read; use one of {kinds}",
    "file.unwritable": "the file cannot be written ({reason}); choose another folder",
    "chart.nothing": "there is nothing to draw: {reason}",
    # workbooks
    "workbook.no_criteria": (
        "there is neither a sheet «Criteria» nor a matrix of judgments; decidr workbook writes one to see the form"
    ),
    "workbook.text_too_long": "the text under «{column}» is longer than the 32,767 signs that a cell holds; shorten it",
    "workbook.sheet_twice": "the sheet «{other}» is called alike; keep one of the two",
    "workbook.column_missing": "the sheet needs a column «{column}»; name it in the first row",
    "workbook.column_twice": "another column «{column}» counts; this one stays out",
    "workbook.unknown_sheet": "the sheet «{sheet}» is neither a sheet of a study nor a matrix of it, and stays out",
    "workbook.unknown_column": "the column «{column}» is not one of a study, and stays out",
    "workbook.unknown_column_near": ("the column «{column}» is not one of a study, and stays out; is «{near}» meant?"),
    "workbook.unknown_field": "the field «{field}» is not one of a study, and stays out",
    "cell.empty": "the column «{column}» must be filled here",
    "cell.not_a_number": "«{value}» is not a number (write 1234.5 or 1234,5; leave a gap empty)",
    "cell.ambiguous_number": "«{value}» may be read in two ways; write it without the comma, or with a point",
    "cell.a_date": "a date ({value}) stands for a name; format the cell as Text and type the name again",
    "cell.not_whole": "{value} is not a whole number",
    "cell.not_a_choice": "«{value}» is not one of {choices}",
    "cell.formula_without_number": (
        "the formula has no stored number, or an error; save the file once in Excel or LibreOffice, or write the number"
    ),
    "name.taken": "the name «{name}» is taken; names differ in more than case, accents and blanks",
    "name.unknown": "there is no {what} «{name}»",
    "name.unknown_near": "there is no {what} «{name}»; is «{near}» meant?",
    "curve.not_understood": "«{value}» is not a curve (write linear, log, or points such as 0:0; 2.5:0.6; 5:1)",
    "participants.negative_weight": "a weight cannot be below 0; {value} is",
    "judgments.not_a_ratio": '"{value}" is not a ratio (write 3, 1/3 or 0.333)',
    "judgments.a_date": (
        "Excel made a date of a typed fraction ({value}); format the cell as Text and type it again, as 1/3"
    ),
    "judgments.contradiction": "{pair} is judged otherwise at {other}; keep one of the two",
    "judgments.with_itself": "«{name}» is compared with itself",
    "judgments.not_below": "«{name}» is not compared under «{under}»",
    "judgments.not_counted": "kept, not counted: «{node}» is scored by {way}; say pairwise for it to let them count",
    "matrix.none": "there is no square block with names across the first row and down the first column",
    "matrix.unknown_node": "«{name}», the top-left cell, is neither the goal nor a criterion",
    "matrix.which_node": "several nodes have these items; name the node in the top-left cell",
    "matrix.wrong_items": "the names are not those compared under «{node}»",
    "matrix.left_out": "this block is no matrix of the study, and stays out",
    "matrix.diagonal": "an item compared with itself is 1",
    "matrix.not_reciprocal": "this cell and {other} must be reciprocal, such as 3 and 1/3",
    "matrix.not_judgments": "without a 1 on its diagonal this block compares nothing, and stays out",
    # files of other programs
    "foreign.no_json": "the JSON breaks off or is wrong at line {line}, column {column}",
    "foreign.key_twice": "the key «{key}» stands twice in one object; keep one of the two",
    "foreign.settings": "as in {program}, the consistency ratio is by {table}'s table; the page Study offers others",
    "foreign.lost": "«{name}» is compared nowhere, so nothing tells what it belongs under; correct its name",
    "foreign.lost_near": ("«{name}» is compared nowhere, so nothing tells what it belongs under; is «{near}» meant?"),
    "foreign.nameless": "nothing tells what these items belong under; write its name into the top-left cell",
    "foreign.people_or_criteria": (
        "«{one}» and «{other}» compare the same items; write «@ {other}» for a person, or add a matrix of the criteria"
    ),
    "foreign.people_from_sheets": "the sheets {names} compare the same items, so each counts as a participant",
    "foreign.host_and_node": "«{name}» is compared under several criteria, as a host is, and has items of its own",
    "foreign.host_left_out": "«{name}» is not compared under «{node}», so it has no score there; judge it there too",
    "hierarchy.not_a_branch": "«{text}» is not a branch (write Node: item, item;)",
    "hierarchy.no_name": "an item between two commas has no name; write it, or take a comma away",
    "hierarchy.sum": "the weights under «{node}» sum to {sum}, not to 1; each counts divided by that sum",
    "ahp_os.no_hierarchy": "the project has no hierarchy (project_hText); export it from AHP-OS again",
    "ahp_os.no_rows": "a list of objects is expected here; export the project from AHP-OS again",
    "ahp_os.another_project": "the first project counts; «{name}» stays out",
    "ahp_os.length": "«{node}» has {wanted} pairs, but {found} answers; export the project from AHP-OS again",
    "ahp_os.no_side": "«{value}» is neither 0 (the first is preferred) nor 1 (the second)",
    "ahp_os.size": "«{node}» has {wanted} items, but {found} rows of figures; export it from AHP-OS again",
    "ahp_os.nobody": "nobody's judgments are in this export",
    "ahp_os.no_weights": (
        "this export has no judgments of the criteria; judge them, or open AHP-OS's project export (.json)"
    ),
    "ahp_os.no_names": "this export does not name what is compared; open AHP-OS's project export (.json) instead",
    "ahp_os.numbered": (
        "this export does not name what is compared; rename the criteria, or open AHP-OS's project export (.json)"
    ),
    "ahp_os.group_only": "the group's result alone; what each participant said is in AHP-OS's project export (.json)",
    "ahp_os.unknown_node": "«{name}» is not in the hierarchy above",
    "ahp_os.equal": "AHP-OS shows equal weights under «{node}», as where nobody judged; they count as placeholders",
    "ahp_os.priorities": (
        "this AHP-OS export has priorities, no judgments; open its project export (.json) or input data (.csv)"
    ),
    "ahpy.not_pairs": "«{key}» is not a pair (write ('a', 'b')); pairs and single names cannot be mixed",
    "ahpy.not_positive": "AHPy's measured values are above 0; {value} is not",
    "bpmsg.nobody": "no sheet of the template is answered",
    "bpmsg.no_name": "criterion {number} has no name, and «n=» counts it; name it, or lower n",
    "bpmsg.other_name": "«{name}» stands where «{wanted}» is compared; the sheets must name the same criteria",
    "bpmsg.same_name": "another participant is called «{name}»; this one becomes «{other}»",
    "bpmsg.not_counted": "answered, but beyond the {count} participants that «N=» counts, and stays out",
    "bpmsg.beyond_scale": "{value} is not on the scale from 1 to 9; A or B says which of the two is more important",
    "bpmsg.no_strength": "{side} is more important, but not by how much; write 1 to 9",
    "bpmsg.no_side": "{value} times more important, but not which; write A or B",
    "bpmsg.scale": "judgments are read as given, not on the template's scale {number}; the page Study offers scales",
    "weights.goal": "«{name}» is the goal, which has no weight of its own",
    "weights.not_counted": "kept, not counted: «{node}» is weighted by judgments; say direct, swing or ranks for it",
    "weights.contradiction": "the weight differs from the one at {other}; keep one of the two",
    "rating.score_out_of_range": "the score of a level lies from 0 to 1",
    "data.not_a_leaf": "«{name}» has criteria below it; data belong to leaves",
    "data.twice": "this cell is given at {other} already; keep one of the two",
    "hosts.circle": "«{name}» belongs, over its group, to itself",
    "hosts.no_sheet": "other sheets name hosts, but no host is listed here; add the sheet, one row a host",
    "nodes.contradiction": "«{node}» is weighted otherwise at {other}; keep one of the two",
    "matrix.others": "the first matrix counts; this one stays out",
    "data.per_cent": "shown as {shown}, the cell holds {value} and counts as {value} in «{unit}»; clear its format",
    "data.converted": "converted from «{unit}» into «{wanted}», the criterion's unit",
    "data.unit_differs": "the unit «{unit}» does not convert into «{wanted}», the criterion's",
    "rates.not_positive": "a rate is a number above 0",
    "rates.contradiction": "several rates are stated for {currency}, so none counts; keep one",
    "costs.no_rate": "no rate is stated for {currency}, so this host has no cost; state one",
    "costs.no_currency": (
        "costs are in several currencies, so this host's do not count; name the study's currency on the page Study"
    ),
    "costs.not_counted": "kept, not counted: costs belong to hosts that are scored, not to groups or dormant ones",
    "costs.several_years": (
        "the amounts are of {first} to {last} and are added as they stand; state them in the prices of one year"
    ),
    "scenarios.incomplete": "the move has no «{lacking}»; fill it, or leave a note alone",
    "scenarios.not_a_leaf": "«{name}» has criteria below it; data and scores belong to leaves",
    "scenarios.no_unit": "«{name}» is scored by {way}, which has no figures to move; say score",
    "scenarios.weight_multiplies": "a weight is multiplied, so «{operation}» does not go; write its factor",
    "scenarios.weight_of_host": "a weight is the same for every host; leave «{host}» out",
    "scenarios.host_group": "«{host}» has hosts of its own, which are scored in its place, so the move does nothing",
    "scenarios.set_twice": "set to {value} here and to {other} elsewhere in this scenario; keep one of the two",
    "scenarios.sets_clash": (
        "«{first}» sets {target} to {other} and «{second}» to {value}, so they cannot happen together"
    ),
    "scenarios.skipped_missing": "no value to move for {hosts}, so the move is skipped there",
    "scenarios.skipped_closed": "closed for {hosts}, with no value kept to open at, so the move is skipped there",
    "scenarios.score_above_one": "moves of scores need scores up to 1, and here they go beyond; move the data instead",
    "scenarios.probability": "a probability lies from 0 to 1",
    "scenarios.probabilities": "the probabilities of the sets sum to {sum}, above 1; the baseline has the rest of 1",
    "scenarios.probability_differs": "the set «{set}» has the probability {probability} already; keep one of the two",
    "views.not_a_leaf": "«{name}» has criteria below it; a view leaves out or turns leaves",
    # indicator spreadsheets
    "import.no_such_sheet": "there is no sheet «{name}», only {names}",
    "import.no_hosts": (
        "no row and no column names a host of this study; add the hosts, or name them in a mapping as the file does"
    ),
    "import.empty": "nothing stands here",
    "import.which_sheet": "several sheets name the hosts: {names}; choose one",
    "import.sheet_taken": "the sheet «{sheet}» is taken; others that name the hosts: {others}",
    "import.other_table": "another table begins here and is not read; put it on a sheet of its own to take it in too",
    "import.no_column": "there is no column «{column}» to choose rows by, only {names}",
    "import.no_row": "no row of a host has «{value}» under «{column}»; there are {values}",
    "import.no_series": "the file has no figures called «{series}», only {names}",
    "import.no_year": "no figure is of {year}; there are {years}",
    "import.several_rows": ("{host} has several figures, for they differ in «{column}» ({values}); choose one"),
    "import.twice": "{host} has another figure at {other}; keep one of the two",
    "import.a_date": (
        "a date ({value}) stands where a figure belongs; write the figure, and format the cell as a number"
    ),
    "import.ambiguous_number": (
        "«{value}» may be read in two ways, and no other figure of the table tells which; write it with a point"
    ),
    "import.pairwise": "hosts are compared in pairs on «{leaf}»; let it be scored by data first",
    "import.year_unknown": "neither the table nor its title tells what year «{series}» is of; say it",
    "import.year_of_title": "no cell tells the year of the figures; {year} is taken from «{text}»",
    "import.years_differ": "{leaf}: the latest year of each host counts, and they differ: {years}",
    "import.unit_differs": (
        "{leaf}: the figures are in «{unit}», the leaf is in «{wanted}»; they are taken as they stand"
    ),
    "import.taken_for": ("«{series}» is taken for «{leaf}»; if that is wrong, name the right one"),
    "import.no_match": ("nothing here has the name of a leaf: {names}; say which goes where"),
    "import.no_figures": (
        "the table holds words rather than figures in {columns}; write figures there, and leave a gap empty"
    ),
    "import.near": "«{series}» may be «{leaf}»; confirm it",
    "import.conflict": "{leaf}, {host}: {old} ({old_status}, {old_year}) becomes {new} ({new_year})",
    "import.older": "{leaf}, {host}: {old} ({old_status}, {old_year}) becomes {new}, which is older ({new_year})",
    "import.more_digits": "{leaf}, {host}: {old} ({old_status}, {old_year}) becomes {new} ({new_year})",
    "import.kept": "{leaf}, {host}: {old} ({old_status}, {old_year}) stays; the file has {new} ({new_year})",
    "mapping.no_json": "this is no mapping: the JSON breaks off or is wrong at line {line}, column {column}",
    "mapping.not_understood": "this is no mapping: {reason}",
    "mapping.unknown_leaf": "there is no leaf «{name}»",
    "mapping.unknown_leaf_near": "there is no leaf «{name}»; is «{near}» meant?",
    "mapping.unknown_host": "there is no host «{name}»",
    "mapping.nothing": "no mapping here is for the file {file}",
    # questionnaires and surveys
    "file.a_questionnaire": (
        "this is a questionnaire, not a study; open the study that it belongs to and collect the answers there"
    ),
    "questionnaire.nobody": "there is nobody to ask; add participants",
    "questionnaire.nothing_to_ask": (
        "nothing is asked of this person in this view; the roles leave no pair and no weight"
    ),
    "questionnaire.exists": "the file is there already and may hold answers; choose another folder, or move it away",
    "questionnaire.none": (
        "this is no questionnaire of decidr; its hidden sheet is missing, so nobody knows what was asked"
    ),
    "questionnaire.broken": (
        "the hidden sheet that says what was asked is damaged; copy the answers into a new questionnaire"
    ),
    "questionnaire.no_rows": (
        "no row can be found, since the heads of the columns («{head}» first) were changed; copy the answers into "
        "a new questionnaire"
    ),
    "questionnaire.row_gone": "row {number} was taken out and counts as not answered",
    "questionnaire.twice": "number {number} stands at {other} already; keep one of the two",
    "questionnaire.other_study": "written for the study «{title}», and this is «{study}»; collect it there",
    "questionnaire.unknown_person": (
        "written for «{name}», who is no participant of this study; add the name to take it in"
    ),
    "questionnaire.person_renamed": (
        "written for «{name}», and the study has «{now}» there; give the old name back to take it in"
    ),
    "questionnaire.unknown_view": "asked in the view «{view}», which this study does not have",
    "questionnaire.renamed": "«{name}» is called «{now}» now; send a new questionnaire, or give the old name back",
    "questionnaire.moved": "«{name}» is compared elsewhere by now; send a new questionnaire",
    "questionnaire.removed": "«{name}» is not in the study any more; send a new questionnaire",
    "questionnaire.not_compared": "hosts are not compared on «{node}» any more; send a new questionnaire",
    "questionnaire.other_ends": (
        "the scale of «{name}» was changed after it was printed; the answers weigh the old one"
    ),
    "questionnaire.other_way": "«{node}» is weighted in another way by now; the answers are kept, and do not count",
    "questionnaire.which_empty": "which of the two is missing; choose one, or empty the cell beside it",
    "questionnaire.times_empty": "how much more is missing for «{choice}»; choose it, or empty the cell beside it",
    "questionnaire.equal_but_more": "«{value}» more cannot stand beside equal; keep one of the two",
    "questionnaire.below_one": (
        "«{value}» is below 1, so the other one would matter more; choose that one, and a ratio above 1"
    ),
    "questionnaire.more_but_equal": "«{choice}» was chosen as equally; it counts as equal",
    "questionnaire.superseded": "{name}'s answers in {other} are later and count instead",
    "questionnaire.silent": "nothing is filled in for {name}, so nothing changes",
    "survey.no_person": "no column is headed Participant, Name or Email; head the one that says who answered",
    "survey.no_pairs": "no column names a pair, such as «Stability vs Incentives»",
    "survey.no_rows": "there is no answer below the heads",
    "survey.nobody": "nobody is named in this row",
    "survey.two_people": "name and address are those of two participants",
    "survey.unknown_column": "the column «{column}» names no pair, and stays out",
    "survey.not_a_pair": (
        "«{column}» does not name two that are compared with each other; write both names as in the study"
    ),
    "survey.which_node": "«{column}» is compared on several criteria; write the criterion before it, as in «Jobs: …»",
    "survey.pair_twice": "this pair has a column at {other} already; keep one of the two",
    "survey.signed": (
        "«{value}» may mean either of the two; write a ratio above 0, such as 3 or 1/3, of the first over the second"
    ),
    # report
    "report.changed": (
        "changed in the report from {written} to {now}; the study that it carries keeps {written}, so repeat it there"
    ),
    "report.not_computed": (
        "no spreadsheet program has computed this report since it was changed; save it once in Excel or LibreOffice,"
        " or changes in it cannot be told"
    ),
    "report.empty": "a report needs at least one criterion that counts and one host; add them, or switch them on",
}
