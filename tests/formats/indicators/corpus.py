"""Awkward spreadsheets as publishers and clients hand them out, written anew for each test, and what each must give.

A case is a file (a workbook by sheets, a text, or bytes), what is asked of it, and either the figures that a careful
person would take from it, by leaf and host, or the code and place for which it is refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from decidr.core.study.criteria import Criterion, Level
from decidr.core.study.hosts import Host
from decidr.core.study.study import Study

GDP, TAX, LAW, CLASS = "GDP per capita", "Tax rate", "Rule of law", "Credit class"

STUDY = Study(
    criteria=(
        Criterion(id="gdp", name=GDP, scored_by="data", unit="USD"),
        Criterion(id="tax", name=TAX, scored_by="data", better="lower", unit="%"),
        Criterion(id="law", name=LAW, scored_by="data"),
        Criterion(id="class", name=CLASS, scored_by="rating"),
        Criterion(id="pairs", name="Charm", scored_by="pairwise"),
    ),
    hosts=(
        Host(id="CAN", name="Canada", code="CAN"),
        Host(id="TUR", name="Türkiye", code="TUR"),
        Host(id="CIV", name="Côte d’Ivoire", code="CIV"),
        Host(id="KOR", name="South Korea", code="KOR"),
        Host(id="S11", name="Site 11"),
    ),
    levels=(Level(criterion="class", name="AAA", score=1.0), Level(criterion="class", name="BBB", score=0.4)),
)

Figures = Mapping[str, Mapping[str, float | str]]
Rows = Sequence[Sequence[Any]]


@dataclass(frozen=True)
class Case:
    """One spreadsheet: ``content`` by sheet or as text; ``years`` are the cells', ``told`` codes of what is noticed."""

    name: str
    file: str
    content: Mapping[str, Rows] | str | bytes
    figures: Figures = field(default_factory=dict)
    years: Mapping[str, int] = field(default_factory=dict)
    refused: Sequence[tuple[str, str]] = ()
    told: frozenset[str] = frozenset()
    form: str = ""
    sheet: str = ""
    where: Mapping[str, Sequence[str]] = field(default_factory=dict)
    year: int | None = None
    series: Mapping[str, str] = field(default_factory=dict)
    merged: Sequence[str] = ()
    formats: Mapping[str, str] = field(default_factory=dict)


def write(case: Case, folder: Path) -> Path:
    """The file of a case."""
    path = folder / case.file
    if isinstance(case.content, bytes):
        path.write_bytes(case.content)
    elif isinstance(case.content, str):
        path.write_text(case.content, encoding="utf-8", newline="")
    else:
        _write_book(case, case.content, path)
    return path


def _write_book(case: Case, sheets: Mapping[str, Rows], path: Path) -> None:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row, start=1):
                sheet.cell(number, column, value)
        for area in case.merged:
            sheet.merge_cells(area)
        for cell, code in case.formats.items():
            sheet[cell].number_format = code
    book.save(path)


PLAIN = [["Country", GDP, TAX], ["Canada", 54000.5, 26.2], ["Turkey", 13000, 25], ["South Korea", 33000, 24.2]]
TAKEN: Figures = {GDP: {"CAN": 54000.5, "TUR": 13000, "KOR": 33000}, TAX: {"CAN": 26.2, "TUR": 25, "KOR": 24.2}}
ONLY_GDP: Figures = {GDP: TAKEN[GDP]}


def turned(rows: Rows) -> list[list[Any]]:
    """The same on its side."""
    return [list(column) for column in zip(*rows, strict=True)]


def long(rows: Rows, year: int = 2023) -> list[list[Any]]:
    """A wide table as one row a figure."""
    head, *body = rows
    return [
        ["Country", "Indicator", "Year", "Value"],
        *([row[0], name, year, value] for row in body for name, value in zip(head[1:], row[1:], strict=True)),
    ]


WIDE = [
    Case("plain", "plain.xlsx", {"Data": PLAIN}, TAKEN, form="wide"),
    Case("turned on its side", "turned.xlsx", {"Data": turned(PLAIN)}, TAKEN, form="wide"),
    Case(
        "title rows, a blank one, and footnotes below",
        "notes 2022.xlsx",
        {
            "Data": [
                ["Table 4. Economies at a glance"],
                ["Source: Ministry of Figures"],
                [],
                *PLAIN,
                [],
                ["Note: estimates in italics"],
                ["Canada excludes the territories, see 12."],
            ]
        },
        TAKEN,
        {"CAN": 2022},
    ),
    Case("begins at C5", "corner.xlsx", {"Data": [[]] * 4 + [["", "", *row] for row in PLAIN]}, TAKEN),
    Case(
        "ISO codes in the place of names",
        "codes.csv",
        f"iso3;{GDP};{TAX}\nCAN;54000,5;26,2\nTUR;13000;25\nKOR;33000;24,2\n",
        TAKEN,
    ),
    Case("two-letter codes", "iso2.csv", f"geo,{GDP}\nCA,54000.5\nTR,13000\nKR,33000\nXK,1\n", ONLY_GDP),
    Case("numeric codes", "m49.csv", f"M49 code,{GDP}\n124,54000.5\n792,13000\n410,33000\n", ONLY_GDP),
    Case(
        "names and codes, one name garbled",
        "garbled.csv",
        f"Country,ISO3,{GDP}\nCanada,CAN,54000.5\nT?rkiye,TUR,13000\nKorea Rep of South,KOR,33000\n",
        ONLY_GDP,
    ),
    Case(
        "names that lost the eighth bit or were read in the wrong code page",
        "bits.csv",
        f"Country,{GDP}\nTC<rkiye,13000\nCÃ´te d'Ivoire,2500\n",
        {GDP: {"TUR": 13000, "CIV": 2500}},
    ),
    Case(
        "the World Bank's spellings",
        "bank.csv",
        f'Country Name,{GDP}\n"Korea, Rep.",33000\nTurkiye,13000\n'
        "Cote d'Ivoire,2500\n\"Korea, Dem. People's Rep.\",1\n",
        {GDP: {"KOR": 33000, "TUR": 13000, "CIV": 2500}},
    ),
    Case(
        "French names, decimal commas, semicolons, Latin 1",
        "français.csv",
        f"Pays;{GDP};{TAX}\nCanada;54 000,5;26,2\nTurquie;13 000;25\nCorée du Sud;33 000;24,2\n".encode("latin-1"),
        TAKEN,
    ),
    Case("Chinese names", "中文.csv", f"国家,{GDP}\n加拿大,54000.5\n土耳其,13000\n韩国,33000\n", ONLY_GDP),
    Case(
        "footnote marks on names and figures",
        "marks.csv",
        f"Country,{GDP}\nCanada*,54000.5*\nTürkiye [a],13000 [b]\nSouth Korea (1),33000 e\n",
        ONLY_GDP,
    ),
    Case(
        "a site of the client's by its name, whatever it looks like",
        "sites.csv",
        f"Site,{GDP}\nsite 11,5\nSite 12,6\n",
        {GDP: {"S11": 5}},
    ),
    Case(
        "a row of units, and a unit that converts",
        "units.xlsx",
        {"Data": [PLAIN[0], ["", "thousand USD", "share"], ["Canada", 54.0005, 0.262], ["Turkey", 13, 0.25]]},
        {GDP: {"CAN": 54000.5, "TUR": 13000}, TAX: {"CAN": 26.2, "TUR": 25}},
        told=frozenset({"data.converted"}),
    ),
    Case(
        "a unit in the header that differs is told",
        "other unit.csv",
        f"Country,{GDP} (EUR)\nCanada,50000\n",
        {GDP: {"CAN": 50000}},
        told=frozenset({"import.unit_differs"}),
    ),
    Case(
        "numbers shown as per cent",
        "shown.xlsx",
        {"Data": [["Country", TAX], ["Canada", 0.262], ["Turkey", 0.25]]},
        {TAX: {"CAN": 26.2, "TUR": 25}},
        formats={"B2": "0.0%", "B3": "0%"},
    ),
    Case(
        "per cent signs in text",
        "signs.csv",
        f"Country,{TAX}\nCanada,26.2%\nTurkey,25 %\n",
        {TAX: {"CAN": 26.2, "TUR": 25}},
    ),
    Case(
        "merged headers of two rows",
        "merged.xlsx",
        {
            "Data": [
                ["Country", LAW, "", TAX, ""],
                ["", "Score", "Rank", "Score", "Rank"],
                ["Canada", 1.5, 3, 26.2, 9],
                ["Turkey", -0.5, 99, 25, 7],
            ]
        },
        {LAW: {"CAN": 1.5, "TUR": -0.5}, TAX: {"CAN": 26.2, "TUR": 25}},
        merged=("A1:A2", "B1:C1", "D1:E1"),
    ),
    Case(
        "headers of two rows, unmerged",
        "two rows.csv",
        f",{LAW},,{TAX},\nCountry,score,rank,score,rank\nCanada,1.5,3,26.2,9\nTurkey,-0.5,99,25,7\n",
        {LAW: {"CAN": 1.5, "TUR": -0.5}, TAX: {"CAN": 26.2, "TUR": 25}},
    ),
    Case(
        "thousands by comma, by point, by apostrophe and in brackets",
        "thousands.csv",
        f"Country;{GDP};{LAW}\nCanada;1'234'567.5;(2.5)\nTurkey;13,000.0;−0.5\nSouth Korea;33,000;1.0\n",
        {GDP: {"CAN": 1234567.5, "TUR": 13000, "KOR": 33000}, LAW: {"CAN": -2.5, "TUR": -0.5, "KOR": 1}},
    ),
    Case(
        "a German table: points between thousands",
        "deutsch.csv",
        f"Land;{GDP};{TAX}\nKanada;54.000,5;26,2\nTürkei;13.000;25,0\nSüdkorea;33.000;24,2\n",
        TAKEN,
    ),
    Case(
        "every word for none",
        "gaps.csv",
        f"Country,{GDP},{TAX},{LAW}\nCanada,..,26.2,n/a\nTurkey,-,n.a.,…\n"
        "South Korea,33000,: ,-0.5\nCôte d'Ivoire,#N/A,–,\n",
        {GDP: {"KOR": 33000}, TAX: {"CAN": 26.2}, LAW: {"KOR": -0.5}},
    ),
    Case(
        "levels of a rating",
        "classes.csv",
        f"Country,{CLASS},{LAW}\nCanada,aaa,1\nTurkey,BBB,0\n",
        {CLASS: {"CAN": "AAA", "TUR": "BBB"}, LAW: {"CAN": 1, "TUR": 0}},
    ),
    Case("tabs", "tabs.tsv", "\n".join("\t".join(map(str, row)) for row in PLAIN), TAKEN),
    Case(
        "UTF-16 with sep=",
        "wide.csv",
        ("sep=;\n" + "\n".join(";".join(map(str, r)) for r in PLAIN)).encode("utf-16"),
        TAKEN,
    ),
    Case(
        "a near name, alone in its file, is taken and told",
        "near.csv",
        "Country,Corporate tax rates\nCanada,26.2\n",
        {TAX: {"CAN": 26.2}},
        told=frozenset({"import.taken_for"}),
    ),
    Case(
        "a name of its own, by the mapping",
        "own.csv",
        "Country,NY.GDP.PCAP.CD\nCanada,54000.5\n",
        {GDP: {"CAN": 54000.5}},
        series={"NY.GDP.PCAP.CD": "gdp"},
    ),
]

LONG = [
    Case("plain, one year", "long.xlsx", {"Data": long(PLAIN)}, TAKEN, {"CAN": 2023}, form="long"),
    Case("on its side", "long turned.xlsx", {"Data": turned(long(PLAIN))}, TAKEN, form="long"),
    Case(
        "the latest year with a value of each host",
        "years.csv",
        f"Entity,Code,Year,{GDP}\nCanada,CAN,2021,1\nCanada,CAN,2023,3\nCanada,CAN,2024,..\nTurkey,TUR,2022,2\nWorld,,2024,9\n",
        {GDP: {"CAN": 3, "TUR": 2}},
        {"CAN": 2023, "TUR": 2022},
        told=frozenset({"import.years_differ"}),
        form="long",
    ),
    Case(
        "the year that is asked for",
        "year.csv",
        f"Entity,Year,{GDP}\nCanada,2021,1\nCanada,2023,3\nTurkey,2022,2\n",
        {GDP: {"CAN": 1}},
        year=2021,
    ),
    Case(
        "filters by code, mode and unit",
        "filters.csv",
        "country,indicator,mode,year,unit,value\n"
        f"Canada,{GDP},Cars,2023,USD,1\nCanada,{GDP},Buses,2023,USD,2\nCanada,{LAW},Cars,2023,,3\nTurkey,{GDP},Buses,2023,USD,4\n",
        {GDP: {"CAN": 2, "TUR": 4}},
        where={"mode": ["Buses"], "Indicator": [GDP]},
    ),
    Case(
        "the governance indicators' codes, errors beside",
        "wgi.csv",
        "countryname,year,indicator,estimate,stddev,pctrank\nCanada,2023,rl,1.5,0.2,93\nCanada,2023,cc,1.7,0.2,94\n"
        "Turkey,2023,rl,-0.5,0.2,36\nTurkey,2023,cc,..,..,..\n",
        {LAW: {"CAN": 1.5, "TUR": -0.5}},
    ),
    Case(
        "a host's name only in its first row",
        "sparse.csv",
        f"Country,Indicator,Value\nCanada,{GDP},1\n,{TAX},2\nTurkey,{GDP},3\n,{TAX},4\n",
        {GDP: {"CAN": 1, "TUR": 3}, TAX: {"CAN": 2, "TUR": 4}},
    ),
    Case(
        "trade with a partner in the second column",
        "trade.csv",
        f"Reporter,Partner,{GDP}\nCanada,World,5\nTurkey,World,6\nFrance,Canada,7\n",
        {GDP: {"CAN": 5, "TUR": 6}},
    ),
    Case(
        "years written as dates and as FY",
        "dates.xlsx",
        {
            "Data": [
                ["Country", "Date", GDP],
                ["Canada", datetime(2022, 12, 31), 1],
                ["Canada", datetime(2023, 12, 31), 2],
            ]
        },
        {GDP: {"CAN": 2}},
        {"CAN": 2023},
    ),
    Case(
        "as the OECD has it: codes and words beside each other",
        "oecd.csv",
        '"REF_AREA","Reference area","MEASURE","Measure","Unit of measure","TIME_PERIOD","OBS_VALUE","OBS_STATUS"\n'
        f'"CAN","Canada","CIT_C","{TAX}","Percent","2024","26.1","A"\n'
        f'"TUR","Türkiye","CIT_C","{TAX}","Percent","2024","25","A"\n"OECD","OECD","CIT_C","{TAX}","Percent","2024","9","A"\n',
        {TAX: {"CAN": 26.1, "TUR": 25}},
        {"CAN": 2024},
    ),
    Case(
        "the same figure twice is one figure",
        "twice alike.csv",
        f"Country,Year,{GDP}\nCanada,2023,1\nCanada,2023,1.0\n",
        {GDP: {"CAN": 1}},
    ),
]

ACROSS = [
    Case(
        "one indicator, named by the title",
        "title.xlsx",
        {"Data": [[GDP], [], ["Country", 2021, 2022, 2023], ["Canada", 1, 2, ".."], ["Turkey", 4, 5, 6]]},
        {GDP: {"CAN": 2, "TUR": 6}},
        {"CAN": 2022, "TUR": 2023},
        form="years across",
    ),
    Case(
        "as the World Bank has it",
        "wdi.csv",
        "Data Source,World Development Indicators\n\nLast Updated Date,2024-05-30\n\n"
        "Country Name,Country Code,Indicator Name,Indicator Code,2021 [YR2021],2022 [YR2022]\n"
        f"Canada,CAN,{GDP},NY.GDP,1,2\nTurkiye,TUR,{GDP},NY.GDP,3,..\nCanada,CAN,{TAX},IC.TAX,26,27\nWorld,WLD,{GDP},NY.GDP,9,9\n",
        {GDP: {"CAN": 1, "TUR": 3}, TAX: {"CAN": 26}},
        form="years across",
        year=2021,
    ),
    Case(
        "years down and hosts across",
        f"{GDP}.csv",
        "Year,Canada,Türkiye\n2021,1,2\n2022,3,4\n",
        {GDP: {"CAN": 3, "TUR": 4}},
        form="years across",
    ),
    Case(
        "indicator over year",
        "over.xlsx",
        {"Data": [["Country", GDP, "", TAX, ""], ["", 2022, 2023, 2022, 2023], ["Canada", 1, 2, 3, 4]]},
        {GDP: {"CAN": 2}, TAX: {"CAN": 4}},
        merged=("A1:A2", "B1:C1", "D1:E1"),
    ),
    Case(
        "the year behind the name",
        "behind.csv",
        f"Country,{GDP} 2022,{GDP} 2023\nCanada,1,2\n",
        {GDP: {"CAN": 2}},
        {"CAN": 2023},
    ),
]

SHEETS = [
    Case(
        "the latest of sheets named by years",
        "editions.xlsx",
        {"2018": [["Country", LAW], ["Canada", 1]], "2023": [["Country", LAW], ["Canada", 2]], "Notes": [["Nothing"]]},
        {LAW: {"CAN": 2}},
        {"CAN": 2023},
        told=frozenset({"import.sheet_taken"}),
    ),
    Case(
        "the sheet of the year that is asked for",
        "editions.xlsx",
        {"2018": [["Country", LAW], ["Canada", 1]], "2023": [["Country", LAW], ["Canada", 2]]},
        {LAW: {"CAN": 1}},
        {"CAN": 2018},
        year=2018,
    ),
    Case(
        "a sheet by name",
        "named.xlsx",
        {"A": PLAIN, "B": [["Country", LAW], ["Canada", 2]]},
        {LAW: {"CAN": 2}},
        sheet="b",
    ),
]

BAD = [
    Case("no host in it", "regions.csv", f"Region,{GDP}\nAtlantis,1\n", refused=[("import.no_hosts", "regions.csv")]),
    Case("empty", "empty.csv", "", refused=[("import.empty", "empty.csv")]),
    Case("not a workbook", "fake.xlsx", b"PK nonsense", refused=[("file.not_a_workbook", "fake.xlsx")]),
    Case("another kind", "page.html", "<table></table>", refused=[("file.unknown_kind", "page.html")]),
    Case(
        "a sheet that is not there",
        "x.xlsx",
        {"Data": PLAIN},
        refused=[("import.no_such_sheet", "x.xlsx")],
        sheet="Foo",
    ),
    Case(
        "a date where a figure belongs",
        "date.xlsx",
        {"Data": [["Country", LAW], ["Canada", date(2024, 2, 1)], ["Turkey", 1.5]]},
        refused=[("import.a_date", "Data!B2")],
    ),
    Case(
        "a date as text",
        "date.csv",
        f"Country,{LAW}\nCanada,1-Feb\nTurkey,1.5\n",
        refused=[("import.a_date", "date!B2")],
    ),
    Case(
        "words where a figure belongs",
        "words.csv",
        f"Country,{LAW}\nCanada,high\nTurkey,1.5\n",
        refused=[("cell.not_a_number", "words!B2")],
    ),
    Case(
        "a comma that may be two things",
        "comma.csv",
        f"Country;{GDP}\nCanada;12,345\nTurkey;1\n",
        refused=[("import.ambiguous_number", "comma!B2")],
    ),
    Case(
        "a formula without a number",
        "formula.xlsx",
        {"Data": [["Country", LAW], ["Canada", "=1+1"], ["Turkey", 1]]},
        refused=[("cell.formula_without_number", "Data!B2")],
    ),
    Case(
        "rows that a filter must tell apart",
        "modes.csv",
        f"Country,Mode,{GDP}\nCanada,Cars,1\nCanada,Buses,2\n",
        refused=[("import.several_rows", "modes!C2")],
    ),
    Case("one host twice", "twice.csv", f"Country,{GDP}\nCanada,1\nCanada,2\n", refused=[("import.twice", "twice!B2")]),
    Case(
        "a filter on no column",
        "c.xlsx",
        {"Data": PLAIN},
        refused=[("import.no_column", "Data")],
        where={"Mode": ["Cars"]},
    ),
    Case(
        "a filter without a row",
        "r.csv",
        f"Country,Mode,{GDP}\nCanada,Cars,1\n",
        refused=[("import.no_row", "r!B2")],
        where={"Mode": ["Planes"]},
    ),
    Case(
        "a year that is not there",
        "y.csv",
        f"Country,Year,{GDP}\nCanada,2021,1\n",
        refused=[("import.no_year", "y!C2")],
        year=2024,
    ),
    Case(
        "nothing that fits a leaf",
        "n.csv",
        "Country,Rainfall,Sunshine\nCanada,1,2\n",
        refused=[("import.no_match", "n.csv")],
    ),
    Case(
        "several near names, which somebody must confirm",
        "near.csv",
        "Country,Corporate tax rates,Rainfall\nCanada,1,2\n",
        refused=[("import.near", "near.csv: near!B2")],
    ),
    Case("an unknown level", "l.csv", f"Country,{CLASS}\nCanada,CC\n", refused=[("rating.unknown_level", "l!B2")]),
    Case(
        "a leaf that is compared in pairs", "p.csv", "Country,Charm\nCanada,1\n", refused=[("import.pairwise", "p!B2")]
    ),
    Case("two sheets alike", "two.xlsx", {"A": PLAIN, "B": PLAIN}, refused=[("import.which_sheet", "two.xlsx")]),
    Case(
        "a series that is not there",
        "s.csv",
        f"Country,{GDP}\nCanada,1\n",
        refused=[("import.no_series", "s.csv")],
        series={"Foo": "gdp"},
    ),
]

CASES = [*WIDE, *LONG, *ACROSS, *SHEETS, *BAD]
