"""The choices that can move a number, each with one line that says what it means."""

from __future__ import annotations

from decidr.gui.panels.widgets.choice_button import Choice, Setting
from decidr.language import _


def settings() -> tuple[Setting, ...]:
    """The settings that the Study page shows, in this order."""
    return (_priorities(), _synthesis(), _random_index(), _completion(), _scale(), _group())


def _priorities() -> Setting:
    return Setting(
        "priorities",
        _("Priorities"),
        (
            Choice(
                "eigenvector",
                _("Eigenvector"),
                _("Saaty's method: weights are the principal eigenvector of the judgments."),
            ),
            Choice(
                "geometric mean",
                _("Geometric mean"),
                _("Weights are the row geometric means; the same whichever way the scale is read."),
            ),
        ),
    )


def _synthesis() -> Setting:
    return Setting(
        "synthesis",
        _("Synthesis"),
        (
            Choice(
                "",
                _("Automatic"),
                _("Absolute, or distributive if every leaf is compared in pairs."),
            ),
            Choice(
                "absolute",
                _("Absolute"),
                _("Scores stand between fixed ends; adding a host changes no other host's total."),
            ),
            Choice(
                "distributive",
                _("Distributive"),
                _("Each leaf is divided by its sum: hosts share a fixed worth, so each depends on the others."),
            ),
            Choice("ideal", _("Ideal"), _("Each leaf is divided by its best host, then totals sum to 100.")),
        ),
    )


def _random_index() -> Setting:
    meaning = _("The consistency ratio compares with random answers as tabulated there.")
    return Setting(
        "random_index",
        _("Random index"),
        (
            Choice("saaty 2005", _("Saaty 2005"), meaning),
            Choice("saaty 1980", _("Saaty 1980"), meaning),
            Choice("donegan-dodd", _("Donegan and Dodd"), meaning),
            Choice("alonso-lamata", _("Alonso and Lamata"), meaning),
        ),
    )


def _completion() -> Setting:
    return Setting(
        "completion",
        _("Missing pairs"),
        (
            Choice(
                "least squares",
                _("Least squares"),
                _("Pairs nobody judged follow from the others by least squares of their logarithms."),
            ),
            Choice(
                "smallest lambda-max",
                _("Most consistent"),
                _("Pairs nobody judged take the values that make the whole most consistent."),
            ),
        ),
    )


def _scale() -> Setting:
    return Setting(
        "scale",
        _("Judgment scale"),
        (
            Choice("linear", _("Linear"), _("A judgment of 3 counts as three times as much.")),
            Choice("logarithmic", _("Logarithmic"), _("Strong judgments count less: log₂(x + 1).")),
            Choice("root", _("Root"), _("Strong judgments count less: √x.")),
            Choice("inverse linear", _("Inverse linear"), _("Weights of a pair stand evenly apart: 9/(10 − x).")),
            Choice("balanced", _("Balanced"), _("Weights of a pair stand evenly apart: (9 + x)/(11 − x).")),
            Choice("balanced-n", _("Balanced, by size"), _("As balanced, for the number of items compared.")),
            Choice(
                "adaptive balanced",
                _("Adaptive balanced"),
                _("As balanced by size, so that one strong winner may reach 0.9."),
            ),
            Choice("adaptive", _("Adaptive"), _("Stronger the more items are compared.")),
            Choice("power", _("Power"), _("Strong judgments count more: x².")),
            Choice("geometric", _("Geometric"), _("Strong judgments count much more: 2 to the power of x − 1.")),
        ),
    )


def _group() -> Setting:
    return Setting(
        "group",
        _("Several people"),
        (
            Choice(
                "judgments",
                _("Pool judgments"),
                _("Each pair takes the weighted geometric mean of the answers: the group speaks as one."),
            ),
            Choice(
                "priorities",
                _("Pool priorities"),
                _("Each person's weights are computed first, then pooled by the geometric mean."),
            ),
            Choice(
                "priorities arithmetic",
                _("Average priorities"),
                _("Each person's weights are computed first, then averaged."),
            ),
        ),
    )
