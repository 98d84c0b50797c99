"""A few rows of real publishers' files in the publishers' own form, written anew for each test.

World Bank (CC BY 4.0), IEA Global EV Data Explorer (CC BY 4.0), Our World in Data from Ember (CC BY
4.0); tax rates are law.
"""

from __future__ import annotations

from pathlib import Path

from tests.formats.books import write_book

GOVERNANCE = [
    ["countryname", "year", "indicator", "estimate", "stddev", "nsource", "pctrank", "pctranklower", "pctrankupper"],
    ["American Samoa", 2022, "pv", 1.123174, 0.402261, 1, 91.037735, 59.905659, 100],
    ["Canada", 2022, "pv", 0.780682, 0.226557, 7, 73.584908, 57.547169, 91.509438],
    ["Türkiye", 2022, "pv", -1.032235, 0.226557, 7, 13.679245, 10.377358, 20.754717],
    ["American Samoa", 2022, "rl", 1.221116, 0.458245, 1, 86.320755, 66.037735, 100],
    ["Canada", 2022, "rl", 1.56462, 0.167438, 10, 92.92453, 87.735847, 99.056602],
    ["Türkiye", 2022, "rl", -0.459681, 0.16451, 10, 37.264153, 24.056604, 44.811321],
    ["American Samoa", 2023, "pv", 1.114221, 0.398109, 1, 91.94313, 60.663506, 100],
    ["Canada", 2023, "pv", 0.822421, 0.222713, 7, 76.303314, 60.663506, 93.83886],
    ["Türkiye", 2023, "pv", -1.01108, 0.222713, 7, 13.744076, 11.374408, 20.853081],
    ["American Samoa", 2023, "rl", 1.212491, 0.456089, 1, 85.377357, 65.094337, 99.528305],
    ["Canada", 2023, "rl", 1.473006, 0.16817, 10, 90.094337, 84.905663, 97.169815],
    ["Türkiye", 2023, "rl", -0.511973, 0.166081, 10, 32.547169, 24.056604, 43.396225],
]

LOGISTICS_2023 = [
    ["Economy", "LPI Score", "LPI Grouped Rank", "Customs Score", "Customs Grouped Rank"],
    ["Singapore", 4.3, 1, 4.2, 1],
    ["Germany", 4.1, 3, 3.9, 7],
    ["Canada", 4, 7, 4, 4],
    ["TC<rkiye", 3.4, 38, 3, 47],
]

LOGISTICS_2018 = [
    ["", "", "overall LPI score", "", "", "overall LPI rank", "", "", "", "Customs", ""],
    ["", "", "", "", "", "", "", "", "", "", ""],
    [
        "Country",
        "Code",
        "score",
        "lower bound",
        "upper bound",
        "rank",
        "lower bound",
        "upper bound",
        "% of highest performer",
        "score",
        "rank",
    ],
    ["Germany", "DEU", 4.201444, 4.155037, 4.247851, 1, 1, 1, 100, 4.092256, 1],
    ["Singapore", "SGP", 3.996119, 3.858964, 4.133275, 7, 2, 15, 93.586488, 3.887082, 6],
    ["Canada", "CAN", 3.726715, 3.560903, 3.892527, 20, 14, 27, 85.17141, 3.60393, 18],
    ["Turkey", "TUR", 3.145809, 3.048446, 3.243172, 47, 40, 51, 67.026286, 2.713469, 58],
    ["Morocco", "MAR", 2.539661, 2.351484, 2.727837, 109, 79, 133, 48.092704, 2.328104, 115],
]

OUTLOOK = [
    ["region_country", "category", "parameter", "mode", "powertrain", "year", "unit", "value", "Aggregate group"],
    ["World", "Historical", "EV sales", "Cars", "BEV", 2024, "Vehicles", 11000000, "_World"],
    ["World", "Projection-STEPS", "EV sales", "Cars", "BEV", 2024, "Vehicles", 11000000, "_World"],
    ["World", "Historical", "EV sales", "Cars", "BEV", 2023, "Vehicles", 9500000, "_World"],
    ["World", "Projection-STEPS", "EV sales", "Cars", "BEV", 2023, "Vehicles", 9500000, "_World"],
    ["World", "Historical", "EV sales", "Cars", "PHEV", 2024, "Vehicles", 6500000, "_World"],
    ["World", "Projection-STEPS", "EV sales", "Cars", "PHEV", 2024, "Vehicles", 6500000, "_World"],
    ["World", "Historical", "EV sales", "Cars", "PHEV", 2023, "Vehicles", 4200000, "_World"],
    ["World", "Projection-STEPS", "EV sales", "Cars", "PHEV", 2023, "Vehicles", 4200000, "_World"],
    ["Canada", "Historical", "EV sales", "Cars", "BEV", 2024, "Vehicles", 190000, "Other"],
    ["Canada", "Historical", "EV sales", "Cars", "BEV", 2023, "Vehicles", 130000, "Other"],
    ["Turkiye", "Historical", "EV sales", "Cars", "BEV", 2024, "Vehicles", 99000, "Other"],
    ["World", "Historical", "EV sales", "Buses", "BEV", 2024, "Vehicles", 70000, "_World"],
    ["World", "Projection-STEPS", "EV sales", "Buses", "BEV", 2024, "Vehicles", 70000, "_World"],
    ["Turkiye", "Historical", "EV sales", "Cars", "BEV", 2023, "Vehicles", 66000, "Other"],
    ["Canada", "Historical", "EV sales", "Cars", "PHEV", 2024, "Vehicles", 62000, "Other"],
    ["World", "Historical", "EV sales", "Buses", "BEV", 2023, "Vehicles", 53000, "_World"],
    ["World", "Projection-STEPS", "EV sales", "Buses", "BEV", 2023, "Vehicles", 53000, "_World"],
    ["Canada", "Historical", "EV sales", "Cars", "PHEV", 2023, "Vehicles", 41000, "Other"],
    ["Turkiye", "Historical", "EV sales", "Cars", "PHEV", 2024, "Vehicles", 6700, "Other"],
    ["Turkiye", "Historical", "EV sales", "Cars", "PHEV", 2023, "Vehicles", 2700, "Other"],
    ["World", "Historical", "EV sales", "Buses", "PHEV", 2023, "Vehicles", 1400, "_World"],
    ["World", "Projection-STEPS", "EV sales", "Buses", "PHEV", 2023, "Vehicles", 1400, "_World"],
    ["Canada", "Historical", "EV sales", "Buses", "BEV", 2023, "Vehicles", 790, "Other"],
    ["Canada", "Historical", "EV sales", "Buses", "BEV", 2024, "Vehicles", 210, "Other"],
    ["World", "Historical", "EV sales", "Buses", "PHEV", 2024, "Vehicles", 180, "_World"],
    ["World", "Projection-STEPS", "EV sales", "Buses", "PHEV", 2024, "Vehicles", 180, "_World"],
    ["Turkiye", "Historical", "EV sales", "Buses", "BEV", 2024, "Vehicles", 2, "Other"],
]

CARBON = """\
Entity,Code,Year,Carbon intensity of electricity per kWh
ASEAN (Ember),,2023,568.73
ASEAN (Ember),,2024,571.72
ASEAN (Ember),,2025,565.01
Canada,CAN,2023,174.37
Canada,CAN,2024,185.35
Canada,CAN,2025,190.72
Morocco,MAR,2023,616.35
Morocco,MAR,2024,594.81
Morocco,MAR,2025,596.4
Turkey,TUR,2023,493.73
Turkey,TUR,2024,469.74
Turkey,TUR,2025,474.74
"""

TAX = """\
"ISO3","Country","Continent","Corporate Tax Rate"
"ALA","Aland Islands","EU",20
"BRA","Brazil","SA",34
"THA","Thailand","AS",20
"TUR","Turkey","AS",25
"""


def write_publishers(folder: Path) -> dict[str, Path]:
    """The five files, by a word for each."""
    texts = {"carbon_intensity_electricity.csv": CARBON, "corporate_tax_rates_2023.csv": TAX}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    sheets = {"2023": LOGISTICS_2023, "2018": LOGISTICS_2018}
    notes = [["Notes"], ["Please see the example sheets"]]
    return {
        "wgi": write_book(folder / "worldwide_governance_indicators.xlsx", {"Sheet1": GOVERNANCE}),
        "lpi": write_book(folder / "logistics_performance_index.xlsx", sheets),
        "iea": write_book(folder / "iea_global_ev_outlook_2025.xlsx", {"GEVO_EV_2025": OUTLOOK, "Notes": notes}),
        "carbon": folder / "carbon_intensity_electricity.csv",
        "tax": folder / "corporate_tax_rates_2023.csv",
    }
