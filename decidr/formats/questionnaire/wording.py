"""What a questionnaire says, in the language it is written in."""

import re
from collections.abc import Mapping, Sequence

from babel.numbers import get_decimal_symbol

from decidr.catalogues import catalogue
from decidr.core.study.criteria import WeightedBy
from decidr.formats.questionnaire.carried import Words
from decidr.number_text import figure

DOMAIN = "questionnaire"

LONGEST_UNIT = 14
"""Signs; a longer unit is said once, not with each end, and so is one that names a range."""

RANGE = r"\d\s*[-–.]+\s*\d"

NO_BREAK = "\u00a0"


class Wording:
    """The sentences of one language; names and figures come in as they are."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = catalogue(DOMAIN, language)
        self.mark = get_decimal_symbol(language)

    def say(self, text: str, **values: object) -> str:
        """The text in this language, its braces filled."""
        return self._catalogue.gettext(text).format_map(values)

    # Words that the reader looks for

    def words(self) -> Words:
        """Heads of columns and choices: they travel with the questionnaire, since a later decidr may word them anew."""
        return Words(
            number=self.say("No."),
            which=self.say("A, B or equal?"),
            times=self.say("How much more?"),
            reason=self.say("Why? (optional)"),
            weights=tuple(self.weight_heads().values()),
            choices=("A", "B", self.say("equal")),
            strengths=tuple(f"{n} – {words}" for n, words in enumerate(self.strengths(), 1)),
        )

    def weight_heads(self) -> Mapping[WeightedBy, str]:
        """What the column of numbers is called, by the way of weighting."""
        return {"direct": self.say("Weight"), "swing": self.say("Points"), "ranks": self.say("Rank")}

    def strengths(self) -> Sequence[str]:
        """How much more, in words, from 1 to 9."""
        return (
            self.say("equally"),
            self.say("equally to moderately more"),
            self.say("moderately more"),
            self.say("moderately to strongly more"),
            self.say("strongly more"),
            self.say("strongly to very strongly more"),
            self.say("very strongly more"),
            self.say("very strongly to extremely more"),
            self.say("extremely more"),
        )

    def remarks(self) -> tuple[str, str, str]:
        """What is said beside half an answer: no choice, no strength, an equal that is more."""
        return self.say("A or B?"), self.say("how much?"), self.say("equal, or more?")

    # Swings

    def swing(self, worst: float, best: float, unit: str) -> str:
        """From one end of a scale to the other: ``from 15 % (worst) to 2 % (best)``."""
        low, high = self.figure(worst), self.figure(best)
        if unit[:1].isdigit():  # a range of figures, as 1-9, is a scale
            scale = unit.replace("-", "–")
            return self.say(
                "from {worst} (worst) to {best} (best) on a scale of {scale}", worst=low, best=high, scale=scale
            )
        if len(unit) > LONGEST_UNIT or re.search(RANGE, unit):
            return f"{self.between(low, high)}; {unit}"
        said = f"{NO_BREAK}{unit}" if unit else ""
        return self.between(f"{low}{said}", f"{high}{said}")

    def between(self, worst: str, best: str) -> str:
        """From one end to the other, each as a text."""
        return self.say("from {worst} (worst) to {best} (best)", worst=worst, best=best)

    def swing_of_all(self, names: Sequence[str]) -> str:
        """What a criterion without a scale of its own moves: all that lies below it."""
        return self.say("from all at their worst to all at their best: {names}", names=" · ".join(names))

    def swing_without_ends(self) -> str:
        """The scale of a criterion whose ends nobody has fixed."""
        return self.say("from the worst to the best of those compared")

    def figure(self, value: float) -> str:
        """A measured figure, with this language's decimal mark."""
        return figure(value).replace(".", self.mark)

    # Blocks

    def block_title(self, node: str, way: WeightedBy, compares_hosts: bool) -> str:
        """The question of one block."""
        if way != "judgments":
            return self.say("{node}: how much does each weigh?", node=node)
        if compares_hosts:
            return self.say("{node}: which of the two does better?", node=node)
        return self.say("{node}: which matters more?", node=node)

    def block_about(self, way: WeightedBy, compares_hosts: bool) -> str:
        """How to answer the questions of one block."""
        match way:
            case "direct":
                return self.say("Give each a weight for its step from worst to best; the sum need not be 100.")
            case "swing":
                return self.say(
                    "Give 100 to the step from worst to best that matters most, and to the others in proportion."
                )
            case "ranks":
                return self.say(
                    "Give 1 to the step from worst to best that matters most, 2 to the next; ties may share."
                )
        if compares_hosts:
            return self.say("Look at this alone, whatever else you know of the two, and say how much better one does.")
        return self.say(
            "How much more does it matter to go from worst to best on the one than on the other? "
            "Weigh the step printed below each name, not the name."
        )

    # Progress

    def progress(self, answered: object, asked: object) -> str:
        """``23 of 60 answered``."""
        return self.say("{answered} of {asked} answered", answered=answered, asked=asked)
