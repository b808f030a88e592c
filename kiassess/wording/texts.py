"""The sentences of both shells, read from ``resources/texts``, and numbers and dates in them.

Widgets translate their own labels with Qt. What is said about data stands here: messages,
charts, workbooks, summaries, the command line. So it is said once, and needs no Qt.
"""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from kiassess.domain.errors import KiassessError
from kiassess.domain.numbers import rounded
from kiassess.plain_toml import Sections, read_sections

LANGUAGES = ("de", "en")
NO_VALUE = "–"
NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"


@dataclass(frozen=True)
class Texts:
    """All sentences in one language.

    Attributes:
        language: ``"de"`` or ``"en"``.
    """

    language: str
    _sections: Sections

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence ``section.name`` with its gaps filled.

        Where a sentence differs for one, ``section.name_one`` is used when ``n`` is 1.

        Raises:
            KeyError: There is no such sentence; a test holds code and file together.
        """
        section, _, name = key.partition(".")
        sentences = self._sections[section]
        one = sentences.get(f"{name}_one") if values.get("n") == 1 else None
        sentence = sentences[name] if one is None else one
        return sentence.format(**values) if values else sentence

    def has(self, key: str) -> bool:
        """Whether there is such a sentence."""
        section, _, name = key.partition(".")
        return name in self._sections.get(section, {})

    def error(self, error: KiassessError) -> str:
        """What happened, what is safe, what to do."""
        template = self._sections.get("error", {}).get(type(error).__name__, error.template)
        values = dict(error.values)
        if "what" in values:  # names what was entered by the key of its word
            values["what"] = self(str(values["what"]))
        return template.format(**values)

    def number(self, value: float | None, digits: int = 1) -> str:
        """A number with exactly ``digits`` decimals, or a dash while there is none."""
        if value is None:
            return NO_VALUE
        text = f"{rounded(value, digits):.{digits}f}"
        return text.replace(".", ",") if self.language == "de" else text

    def count(self, value: int | None) -> str:
        """A whole number with its digits grouped, or a dash while there is none."""
        if value is None:
            return NO_VALUE
        grouped = f"{value:,}"
        return grouped.replace(",", NARROW_SPACE) if self.language == "de" else grouped

    def share(self, value: float | None) -> str:
        """A fraction 0–1 as whole percent, ``60 %`` or ``60%``; a dash while there is none."""
        if value is None:
            return NO_VALUE
        gap = "\N{NO-BREAK SPACE}" if self.language == "de" else ""
        return f"{rounded(value * 100, 0):.0f}{gap}%"

    def day(self, day: date | None) -> str:
        """A day, ``22.11.2026`` or ``22 November 2026``; a dash while there is none."""
        if day is None:
            return NO_VALUE
        if self.language == "de":
            return f"{day:%d.%m.%Y}"
        return f"{day.day} {self(f'month.m{day.month}')} {day.year}"

    def moment(self, at: datetime) -> str:
        """A day and time of the local clock, ``22.11.2026, 14:32 Uhr``."""
        local = at.astimezone()
        return self("moment.at", date=self.day(local.date()), time=f"{local:%H:%M}")


def load_all_texts(folder: Path, first: Texts) -> tuple[Texts, ...]:
    """The sentences of every language, that of the user first."""
    others = (language for language in LANGUAGES if language != first.language)
    return first, *(load_texts(folder, language) for language in others)


def load_texts(folder: Path, language: str) -> Texts:
    """Read the sentences of a language from ``<folder>/<language>.toml``."""
    return Texts(language, read_sections(folder / f"{language}.toml"))
