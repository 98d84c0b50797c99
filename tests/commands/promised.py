"""The examples that users were promised (workbook.md, section 3), and how an answer is held against them."""

import json

from tests.formats.books import PLAIN

SOLVE = json.loads("""
{"decidr": "0.1.0", "study": "EV plant", "settings": {"priorities": "eigenvector", "synthesis": "absolute",
   "random_index": "saaty 2005", "completion": "least squares", "group": "judgments", "view": "neutral",
   "scenario": null},
 "criteria":  [{"criterion": "Stability", "under": "Goal", "local": 0.17, "global": 0.17}],
 "matrices":  [{"under": "Goal", "participant": null, "items": ["Stability", "…"], "priorities": [0.17],
                "lambda_max": 6.03, "ci": 0.006, "cr": 0.005, "gci": 0.02, "judged": 15, "placeholder": 15,
                "missing": 0,
                "second_opinion": {"by": "AHPy 2.1", "status": "agrees", "largest_difference": 4e-11}}],
 "hosts":     [{"host": "Canada", "code": "CAN", "score": 0.56, "rank": 2, "low": 0.56, "high": 0.56, "best_rank": 2,
                "worst_rank": 3, "eligible": true, "failed": null, "missing": [],
                "contributions": {"Political stability": 0.05}}],
 "participants": [{"participant": "Lee", "weight": 1.0, "borrowed": [], "criteria": [], "hosts": []}],
 "evidence":  {"measured": 0.41, "proxy": 0.04, "judged": 0.05, "placeholder": 0.47, "missing": 0.03},
 "verdict":   {"class": "likely", "leader": "Spain", "lead": 0.04, "text": "…"},
 "problems":  [{"severity": "notice", "code": "data.missing", "place": "Data!C9", "text": "…"}]}
""")
"""The example that users were promised (workbook.md, section 3): its keys, at every depth and in this order."""


SENSITIVITY = json.loads("""
{"study": "EV plant", "view": "neutral",
 "criteria": [{"criterion": "Stability", "under": "Goal", "weight_now": 0.17, "global_now": 0.17,
               "stays_first": [0.0, 0.34], "reason": null,
               "crossovers": [{"weight": 0.34, "global_weight": 0.34, "first": "Spain", "second": "Canada"}]}],
 "critical_cells": [{"criterion": "Jobs", "host": "Canada", "value_now": 6, "value_at_tie": 8.1, "change": 2.1,
                    "share": 0.26, "leader_then": "Canada"}],
 "smallest_flip": [{"host": "Canada", "level": "Goal", "never": false, "moved": 0.12, "weights": {"Stability": 0.29},
                    "kept_behind_by": []},
                   {"host": "Mexico", "level": "Goal", "never": true, "moved": null, "weights": null,
                    "kept_behind_by": ["Spain", "Canada"]}]}
""")


ROBUSTNESS = json.loads("""
{"samples": 100000, "seed": 1, "weights": "judged", "data": "uncertain", "sampling": "random", "spread": 0.2,
 "rank_acceptability": {"Canada": [0.31, 0.5]},
 "central_weights": {"Canada": {"Jobs": 0.04}, "Mexico": null}, "confidence": {"Canada": 0.8, "Mexico": null},
 "pairwise_winning": {"Canada": {"Canada": null, "Spain": 0.4}}, "expected_rank": {"Canada": 2.1},
 "standard_error": 0.0016}
""")


FREE_KEYS = ("contributions", "weights")
"""Objects whose keys are the user's own names."""


def same_keys(answer, example, where="$"):
    """Hold that an answer has the keys of the example, in its order, at every depth."""
    if isinstance(example, dict) and isinstance(answer, dict):
        assert list(answer) == list(example), where
        for key in example.keys() - FREE_KEYS:
            same_keys(answer[key], example[key], f"{where}.{key}")
    elif isinstance(example, list) and isinstance(answer, list) and example:
        for place, item in enumerate(answer):
            same_keys(item, example[0], f"{where}[{place}]")


BROKEN = {
    **PLAIN,
    "Judgments": [
        ("Under", "First", "Second", "Value"),
        ("Goal", "Cost", "Risk", 2),
        ("Cost", "Labour", "Energy", 3),
        ("Cost", "Energy", "Land", 3),
        ("Cost", "Labour", "Land", "1/3"),
    ],
    "Data": [
        ("Host", "Labour", "Energy", "Land", "Risk"),
        ("CAN", 1, 2, 3, 4),
        ("MEX", 2, 1, 3, 5),
        ("ESP", 3, 3, 1, 6),
    ],
    "Study": [("Field", "Value"), ("Title", "Broken"), ("Synthesis", "ideal")],
}
