"""The sentences of both shells, read from ``resources/texts``, and numbers and dates in them.

Widgets translate their own labels with Qt. What is said about data stands here: messages,
charts, workbooks, summaries, the command line. So it is said once, and needs no Qt.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from kiassess.domain.errors import KiassessError
from kiassess.domain.numbers import rounded

LANGUAGES = ("de", "en")
NO_VALUE = "–"
NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"
_SECTION = re.compile(r"\[(\w+)\]")
_SENTENCE = re.compile(r'(\w+) = "((?:[^"\\]|\\")*)"')


@dataclass(frozen=True)
class Texts:
    """All sentences in one language.

    Attributes:
        language: ``"de"`` or ``"en"``.
    """

    language: str
    _sentences: Mapping[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence ``section.name`` with its gaps filled.

        Where a sentence differs for one, ``section.name_one`` is used when ``n`` is 1.

        Raises:
            KeyError: There is no such sentence; a test holds code and file together.
        """
        if values.get("n") == 1 and f"{key}_one" in self._sentences:
            key = f"{key}_one"
        sentence = self._sentences[key]
        return sentence.format(**values) if values else sentence

    def has(self, key: str) -> bool:
        """Whether there is such a sentence."""
        return key in self._sentences

    def error(self, error: KiassessError) -> str:
        """What happened, what is safe, what to do."""
        template = self._sentences.get(f"error.{type(error).__name__}", error.template)
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
        return NO_VALUE if value is None else f"{value:,}".replace(",", NARROW_SPACE)

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
    text = (folder / f"{language}.toml").read_text(encoding="utf-8")
    sentences = _plain_sentences(text)
    return Texts(language, _any_sentences(text) if sentences is None else sentences)


def _plain_sentences(text: str) -> dict[str, str] | None:
    """What a file says that has one sentence a line; ``None`` if it is written another way.

    The window waits for its sentences: this takes a tenth of the time, and less memory.
    """
    sentences, section = {}, ""
    for line in text.split("\n"):
        if found := _SENTENCE.fullmatch(line):
            sentences[f"{section}.{found[1]}"] = found[2].replace('\\"', '"')
        elif found := _SECTION.fullmatch(line):
            section = found[1]
        elif line and not line.startswith("#"):
            return None
    return sentences


def _any_sentences(text: str) -> dict[str, str]:
    import tomllib  # noqa: PLC0415 - hardly ever needed

    sections = tomllib.loads(text)
    return {
        f"{name}.{key}": said for name, texts in sections.items() for key, said in texts.items()
    }
