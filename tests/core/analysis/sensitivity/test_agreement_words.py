"""Other methods in words."""

from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.sensitivity.agreement_words import (
    agreement_said,
    ratio_said,
    ratios_said,
    way_named,
    way_said,
)
from decidr.core.analysis.sensitivity.method_agreement import method_agreement
from decidr.core.study.criteria import GOAL
from tests.building import judged
from tests.core.analysis.sensitivity.test_method_agreement import belton_gear
from tests.core.analysis.sensitivity.three_hosts import WEIGHTS, study


def test_whether_the_methods_agree_is_said_with_who_leads_by_which():
    results = evaluate(study())
    assert agreement_said(results, method_agreement(results)) == (
        "The methods agree: Spain leads by each of them, whichever other host is left out."
    )
    reversal = belton_gear(synthesis="distributive")
    agreement = method_agreement(reversal)
    assert agreement_said(reversal, agreement) == (
        "The methods disagree: B leads by absolute synthesis and ideal synthesis; D leads without B; B leads without D."
    )
    said = {way_named(reversal, way): way_said(reversal, way) for way in agreement.ways}
    assert said["without D"] == "B leads; B passes A"
    assert said["the geometric mean"] == "A leads"


def test_without_the_leader_the_second_moves_up_and_that_is_said():
    results = evaluate(study())
    said = {way_named(results, way): way_said(results, way) for way in method_agreement(results).ways}
    assert said["without Spain"] == "Canada leads, second until then"
    assert said["without Canada"] == "Spain leads"


def test_judgments_that_pass_by_one_table_alone_are_named():
    """Trap M1."""
    results = evaluate(replace(study(), comparisons=(judged(GOAL, tuple(WEIGHTS), [2, 3, 4]),)))
    agreement = method_agreement(results)
    assert ratio_said(agreement.ratios[0]) == (
        "CR ≤ 0.10 by saaty 1980, above it by saaty 2005, donegan-dodd and alonso-lamata"
    )
    assert ratios_said(results, agreement) == (
        "Whether the judgments under Goal pass CR ≤ 0.10 hangs on the table of random indices."
    )
    sound = evaluate(study())
    assert ratio_said(method_agreement(sound).ratios[0]) == "CR ≤ 0.10 by all tables"
