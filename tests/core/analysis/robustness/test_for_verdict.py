"""The simulation that the verdict rests on."""

import subprocess
import sys

import numpy as np
import pytest
from msgspec.structs import replace

from decidr.core.analysis.evaluation import evaluate
from decidr.core.analysis.robustness.for_verdict import simulate_for_verdict
from decidr.core.analysis.robustness.plan import Plan
from decidr.core.analysis.robustness.simulation import simulate
from decidr.core.study.edits import set_setting
from decidr.formats.templates import load_template


def test_it_is_the_judged_simulation_with_uncertain_data_by_the_studys_seed_samples_and_spread():
    study = set_setting(load_template("ev-plant"), seed=5, samples=3000, judgment_spread=0.3, simulation_weights="free")
    results = evaluate(study)
    found = simulate_for_verdict(results)
    whole = simulate(results, Plan(3000, 5, "judged", "uncertain", "random", 0.3))
    np.testing.assert_array_equal(found.leads, whole.leads)
    assert found.confidence is None


def test_hosts_that_cannot_lead_are_passed_over():
    study = set_setting(load_template("ev-plant"), samples=2000)
    spain = next(host.id for host in study.hosts if host.name == "Spain")
    bare = replace(study, cells=tuple(c for c in study.cells if c.host != spain or c.criterion > "c2"))
    results = evaluate(bare)
    found = simulate_for_verdict(results)
    place = results.hosts.index(spain)
    assert not results.eligible[place]
    assert found.leads[place] == 0.0
    assert found.rank_acceptability[place, 0] > 0.0
    assert found.leads.sum() == pytest.approx(1.0)


def test_it_loads_nothing_heavy():
    said = "import decidr.core.analysis.robustness.for_verdict, sys; print('scipy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
