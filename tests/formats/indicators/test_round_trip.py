"""Whatever table pandas writes, in each form, comes back as it was."""

from __future__ import annotations

import math

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from decidr.core.study.criteria import Criterion
from decidr.core.study.hosts import Host
from decidr.core.study.imports import ImportMapping
from decidr.core.study.study import Study
from decidr.formats.indicators.importing import import_files

LEAVES = ("Rule of law", "Growth", "Tax burden", "Ports")
SPELLINGS = {"CAN": ["Canada", "CAN", "Kanada"], "KOR": ["Korea, Rep.", "South Korea", "KR"], "SITE": ["Site 7"]}
SPELLINGS |= {"TUR": ["Türkiye", "Turkey", "TUR"], "CIV": ["Ivory Coast", "Côte d'Ivoire", "CIV"]}
YEARS = range(2019, 2024)

STUDY = Study(
    criteria=tuple(Criterion(id=leaf, name=leaf, scored_by="data") for leaf in LEAVES),
    hosts=tuple(Host(id=code, name=names[0], code="" if code == "SITE" else code) for code, names in SPELLINGS.items()),
)

figures = st.floats(-1e9, 1e9, allow_nan=False).map(lambda x: round(x, 4)) | st.just(math.nan)
forms = st.sampled_from(["wide", "turned", "long", "long turned", "years across"])


@st.composite
def tables(draw):
    """Figures by host, leaf and year, with at least one in each host's row and each leaf's column."""
    hosts = draw(st.lists(st.sampled_from(sorted(SPELLINGS)), min_size=1, unique=True))
    leaves = draw(st.lists(st.sampled_from(LEAVES), min_size=1, unique=True))
    years = draw(st.lists(st.sampled_from(YEARS), min_size=2, unique=True))
    labels = {host: draw(st.sampled_from(SPELLINGS[host])) for host in hosts}
    rows = [(host, labels[host], leaf, year, draw(figures)) for host in hosts for leaf in leaves for year in years]
    return pd.DataFrame(rows, columns=["host", "Country", "Indicator", "Year", "Value"])


def in_form(frame: pd.DataFrame, form: str) -> pd.DataFrame:
    """The table as it is written: a header row and no index."""
    whole = frame.drop(columns="host")
    if form == "years across":
        return whole.pivot_table(
            index=["Country", "Indicator"], columns="Year", values="Value", dropna=False, sort=False
        ).reset_index()
    if form in ("wide", "turned"):
        first = whole[whole.Year == whole.Year.max()].drop(columns="Year")
        whole = first.pivot(index="Country", columns="Indicator", values="Value").reset_index()
    return whole


def expected(frame: pd.DataFrame, form: str) -> dict:
    """The latest figure of each host and leaf; the forms without years hold the last year alone."""
    kept = frame.dropna(subset="Value")
    if form in ("wide", "turned"):
        kept = kept[kept.Year == frame.Year.max()]
    latest = kept.sort_values("Year").groupby(["host", "Indicator"]).last()
    return {key: (row.Value, None if form in ("wide", "turned") else row.Year) for key, row in latest.iterrows()}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(frame=tables(), form=forms, kind=st.sampled_from(["xlsx", "csv", "tsv"]), decimal=st.sampled_from([".", ","]))
def test_a_table_written_by_pandas_comes_back_equal(frame, form, kind, decimal, tmp_path_factory):
    wanted = expected(frame, form)
    if not wanted:
        return
    written = in_form(frame, form)
    is_turned = "turned" in form
    if is_turned:
        written = written.T.reset_index()
    path = tmp_path_factory.mktemp("pandas") / f"table.{kind}"
    if kind == "xlsx":
        written.to_excel(path, index=False, header=not is_turned)
    else:
        written.to_csv(path, index=False, header=not is_turned, sep="\t" if kind == "tsv" else ";", decimal=decimal)
    study = import_files(STUDY, [path], ImportMapping(file=""), {}).study
    assert {(cell.host, cell.criterion): (cell.value, cell.year) for cell in study.cells} == wanted
