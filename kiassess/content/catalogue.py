"""What stands in a version folder beside the questions, all of it optional.

``measures.toml``, ``offers.toml``, ``references.toml``, ``lenses.toml`` and ``plausibility.toml``
hold what is the same in every language; the texts stand in the folder of the language under the
same names, the measures in ``measures/*.toml``; ``interpretation.toml`` and ``glossary.toml`` are
texts alone.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from kiassess.content.edition import HEAD, ITEMS, Edition
from kiassess.content.guidance_fields import read_guidance, read_terms
from kiassess.content.lens_fields import read_lenses
from kiassess.content.measure_fields import read_measures, read_offers, read_references
from kiassess.content.outline import STRUCTURE
from kiassess.content.plausibility_fields import read_pairs
from kiassess.content.problems import Problem, Source
from kiassess.content.promises import COVERAGE
from kiassess.domain.catalogue import Catalogue
from kiassess.domain.errors import InvalidQuestionnaireError

T = TypeVar("T")

MEASURES, LENSES, OFFERS, REFERENCES = "measures", "lenses", "offers", "references"
PAIRS = "plausibility"
GUIDANCE, TERMS = "interpretation", "glossary"


def read_catalogue(
    folder: Path, edition: Edition, language: str
) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Read and check what stands beside the questions of a version folder, in one language.

    Args:
        folder: The version folder.
        edition: The questions in it.
        language: One of its languages.

    Returns:
        The catalogue, without whatever has a problem; and all problems at once.
    """
    folder = folder.resolve()
    files = _Files(folder, language)
    questionnaire = edition.questionnaire(language)
    offers = files.read(OFFERS, read_offers) or {}
    blocks = {block.id for block in questionnaire.blocks}
    references = files.read(REFERENCES, lambda *s: read_references(*s, blocks=blocks)) or {}
    items = [item.id for item in questionnaire.items()]
    lenses = files.read(LENSES, lambda *s: read_lenses(*s, items=items))
    pairs = files.read(PAIRS, lambda *s: read_pairs(*s, items=items))
    measures = files.read(
        MEASURES,
        lambda *s: read_measures(
            *s, questionnaire=questionnaire, offers=offers.keys(), references=references.keys()
        ),
    )
    guidance = files.read_texts(GUIDANCE, lambda s: read_guidance(s, blocks=blocks))
    terms = files.read_texts(TERMS, read_terms)
    catalogue = Catalogue(
        measures=measures or {},
        lenses=lenses or {},
        pairs=pairs or {},
        offers=offers,
        references=references,
        guidance=guidance or {},
        terms=terms or {},
    )
    return catalogue, tuple(files.problems())


def load_catalogue(folder: Path, edition: Edition, language: str) -> Catalogue:
    """Like ``read_catalogue``, for a catalogue that has to be right.

    Raises:
        InvalidQuestionnaireError: It is not.
    """
    catalogue, problems = read_catalogue(folder, edition, language)
    if problems:
        places = tuple(f"{p.file}:{p.line}" for p in problems)
        raise InvalidQuestionnaireError(f"{edition.id} {edition.version}", places)
    return catalogue


def unread_files(folder: Path, languages: Iterable[str]) -> tuple[Problem, ...]:
    """TOML files of a version folder that nobody reads; they are mostly misnamed."""
    read = {
        STRUCTURE,
        COVERAGE,
        *(f"{name}.toml" for name in (MEASURES, LENSES, OFFERS, REFERENCES, PAIRS)),
    }
    for language in languages:
        single = (folder / f"{language}.toml").exists()
        texts = (MEASURES, LENSES, OFFERS, REFERENCES, PAIRS, GUIDANCE, TERMS)
        read |= {f"{language}.toml", *(f"{language}/{name}.toml" for name in texts)}
        folders = [MEASURES] if single else [MEASURES, ITEMS]
        read |= set() if single else {f"{language}/{HEAD}"}
        for name in folders:
            inside = (folder / language / name).glob("*.toml")
            read |= {file.relative_to(folder).as_posix() for file in inside}
    there = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.toml"))
    return tuple(
        Problem(f"{folder.name}/{name}", 1, "", "file_unread") for name in there if name not in read
    )


class _Files:
    """The files of one version folder in one language, and what was wrong in them."""

    def __init__(self, folder: Path, language: str) -> None:
        self._folder = folder
        self._language = language
        self._sources: list[Source] = []

    def read(
        self, name: str, reader: Callable[[Source, Source], Mapping[str, T]]
    ) -> Mapping[str, T] | None:
        """What a file and its texts say; ``None`` if there is no such file."""
        file = self._folder / f"{name}.toml"
        if not file.exists():
            return None
        facts, texts = self._source([file]), self._texts(name)
        if texts is None:
            texts = self._source([self._folder / self._language / f"{name}.toml"])
        return reader(facts, texts) if facts.readable and texts.readable else None

    def read_texts(
        self, name: str, reader: Callable[[Source], Mapping[str, T]]
    ) -> Mapping[str, T] | None:
        """What a file that is nothing but texts says; ``None`` if there is no such file."""
        texts = self._texts(name)
        return reader(texts) if texts is not None and texts.readable else None

    def problems(self) -> Iterable[Problem]:
        """All problems, in the order of the files."""
        return (problem for source in self._sources for problem in source.problems)

    def _texts(self, name: str) -> Source | None:
        folder = self._folder / self._language
        files = [folder / f"{name}.toml", *sorted((folder / name).glob("*.toml"))]
        there = [file for file in files if file.exists()]
        return self._source(there) if there else None

    def _source(self, files: list[Path]) -> Source:
        parts = [Source.read(f, f.relative_to(self._folder.parent).as_posix()) for f in files]
        source = parts[0] if len(parts) == 1 else Source.joined(parts)
        self._sources.append(source)
        return source
