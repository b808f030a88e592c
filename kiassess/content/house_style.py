"""The house style of texts: words to avoid, length of sentences, spelling.

A folder ``style`` beside the questionnaires turns it on: ``de.toml`` names words to avoid, and
``de.dic`` words that are spelt rightly though no dictionary knows them.
"""

import re
import shutil
import subprocess
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiassess.content.lines import Path as KeyPath
from kiassess.content.problems import Problem, Source

STYLE_FOLDER = "style"
DICTIONARIES = {"de": "de_DE", "en": "en_GB"}
LEADING = "de"  # its terms are named in the texts of all languages
MEAN_SENTENCE = 20  # words, in the question and levels of one item
CHECKED_WORDS = ("item", "measure", "block", "term", "pair")  # what is written in the house style
UNREAD = ("also",)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜ„“])")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Text:
    source: Source
    path: KeyPath
    text: str

    @property
    def where(self) -> str:
        return " ".join(map(str, self.path))

    @property
    def read(self) -> bool:
        """Whether people read it; other spellings are there because they are unusual."""
        return len(self.path) < 2 or self.path[-2] not in UNREAD


def style_problems(folder: Path, language: str, style: Path) -> tuple[Problem, ...]:
    """Where the texts of a version break the house style; spelling apart.

    Args:
        folder: The version folder.
        language: Whose texts are read.
        style: The folder with the rules; without a file for the language nothing is found.
    """
    if not (style / f"{language}.toml").exists():
        return ()
    rules = Source.read(style / f"{language}.toml")
    avoid: Mapping[str, str] = rules.data.get("avoid", {})
    sources = _sources(folder, language)
    patterns = {word: re.compile(rf"(?<!\w)(?:{word})(?!\w)") for word in avoid}
    for text in _texts(sources):
        if text.path[0] in CHECKED_WORDS and text.read:
            for word, pattern in patterns.items():
                if match := pattern.search(text.text):
                    text.source.report(
                        text.path, text.where, "avoid", word=match[0], better=avoid[word]
                    )
    for source in sources:
        _report_long_sentences(source)
    return (*rules.problems, *(p for source in sources for p in source.problems))


def spelling_problems(folder: Path, language: str, style: Path) -> tuple[Problem, ...] | None:
    """Words no dictionary knows, each at the first place it stands.

    Returns:
        ``None`` if it could not be checked: hunspell or its dictionary is missing.
    """
    sources = _sources(folder, language)
    texts = [text for text in _texts(sources) if text.read]
    wrong = _misspelt((text.text for text in texts), language, style)
    if wrong is None:
        return None
    for text in texts:
        for word in _WORD.findall(text.text):
            if word in wrong:
                wrong.remove(word)
                text.source.report(text.path, text.where, "spelling", word=word)
    return tuple(p for source in sources for p in source.problems)


def can_spell(language: str) -> bool:
    """Whether hunspell and its dictionary for the language are there."""
    return _unknown(set(), DICTIONARIES[language]) is not None


def _misspelt(texts: Iterable[str], language: str, style: Path) -> set[str] | None:
    """The words that are wrong; what another language is named in may be right in German."""
    words = {word for text in texts for word in _WORD.findall(text)}
    for code in dict.fromkeys((language, LEADING)):
        file = style / f"{code}.dic"
        known = set(file.read_text(encoding="utf-8").split()) if file.exists() else set()
        unknown = _unknown(words - known, DICTIONARIES[code])
        if unknown is None:
            return None
        words = unknown
    return words


def _unknown(words: set[str], dictionary: str) -> set[str] | None:
    """The words hunspell does not know; ``None`` if it or the dictionary is missing."""
    program = shutil.which("hunspell")
    if program is None:
        return None
    done = subprocess.run(
        [program, "-d", dictionary, "-i", "utf-8", "-l"],
        input="\n".join(sorted(words)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return None if done.returncode else set(done.stdout.split()) & words


def _sources(folder: Path, language: str) -> list[Source]:
    files = [folder / f"{language}.toml", *sorted((folder / language).rglob("*.toml"))]
    there = [file for file in files if file.exists()]
    return [Source.read(file, file.relative_to(folder.parent).as_posix()) for file in there]


def _texts(sources: Collection[Source]) -> Iterator[_Text]:
    for source in sources:
        yield from (_Text(source, path, text) for path, text in _walk(source.data, ()))


def _walk(data: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from _walk(value, (*path, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _walk(value, (*path, number))


def _report_long_sentences(source: Source) -> None:
    items = source.data.get("item", {})
    for item_id, texts in items.items() if isinstance(items, Mapping) else ():
        spoken = [
            text
            for key, text in texts.items()
            if isinstance(text, str) and (key == "question" or key.startswith("level_"))
        ]
        lengths = [len(s.split()) for text in spoken for s in _SENTENCE_END.split(text)]
        if lengths and sum(lengths) / len(lengths) > MEAN_SENTENCE:
            mean = round(sum(lengths) / len(lengths), 1)
            path, where = ("item", item_id), f"item {item_id}"
            source.report(path, where, "long_sentences", mean=mean, most=MEAN_SENTENCE)
