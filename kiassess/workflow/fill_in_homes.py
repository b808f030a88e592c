"""The assessments that fill-in workbooks belong to, as they are or will be."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kiassess.content.edition import Edition, edition_from_json
from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.questionnaire import Questionnaire
from kiassess.domain.voices import by_item, opened_with
from kiassess.store.answers import load_answers
from kiassess.store.assessments import find_assessment, load_assessments
from kiassess.store.voices import load_voices
from kiassess.wording.texts import Texts
from kiassess.workflow.exchanging import Previewer
from kiassess.workflow.workspace import Workspace


@dataclass
class Home:
    """An assessment that workbooks belong to.

    Attributes:
        opened: With its voices; what is taken for it is added.
        questionnaires: As answered, once for each language, that of the user first.
        guessed: Which file a respondent was named after whose name nobody has written.
    """

    opened: OpenAssessment
    questionnaires: Sequence[Questionnaire]
    guessed: dict[str, Path] = field(default_factory=dict)


@dataclass
class Homes:
    """Finds them, and reads each of them once.

    Attributes:
        workspace: Open.
        texts: The sentences, once for each language, that of the user first.
        coming: Exchange files that would be taken before the workbooks; ``None`` if they have
            been, or there are none.
        before: Those that have been found, as they were before any workbook, by id.
    """

    workspace: Workspace
    texts: Sequence[Texts]
    coming: Previewer | None = None
    before: dict[str, Home] = field(default_factory=dict)
    _known: dict[str, Home] = field(default_factory=dict)
    _editions: dict[str, Edition] = field(default_factory=dict)  # those that come, by checksum

    def find(self, assessment_id: str) -> Home | None:
        """An assessment as the exchange files leave it; ``None`` if there is none."""
        if assessment_id in self._known:
            return self._known[assessment_id]
        if assessment_id not in self.before:
            found = self._coming(assessment_id) or self._stored(assessment_id)
            if found is None:
                return None
            self.before[assessment_id] = found
        self._known[assessment_id] = replace(self.before[assessment_id], guessed={})
        return self._known[assessment_id]

    def only_one(self) -> str:
        """The id of the only assessment there is or will be, examples left out; else ``""``."""
        coming = () if self.coming is None else self.coming.new()
        known = (*load_assessments(self.workspace.db), *coming)
        found = [one.id for one in known if not one.is_example]
        return found[0] if len(found) == 1 else ""

    def _coming(self, assessment_id: str) -> Home | None:
        package = None if self.coming is None else self.coming.after(assessment_id)
        if package is None:
            return None
        mark = package.questionnaire
        if mark not in self._editions:
            self._editions[mark] = edition_from_json(package.questionnaires[mark], mark)
        asked = self._in_all_languages(self._editions[mark])
        voices = by_item(package.voices)
        return Home(opened_with(package.assessment, asked[0], package.answers, voices), asked)

    def _stored(self, assessment_id: str) -> Home | None:
        db = self.workspace.db
        assessment = find_assessment(db, assessment_id)
        if assessment is None:
            return None
        asked = self._in_all_languages(self.workspace.edition(assessment.id))
        own, voices = load_answers(db, assessment.id), load_voices(db, assessment.id)
        return Home(opened_with(assessment, asked[0], own, voices), asked)

    def _in_all_languages(self, edition: Edition) -> list[Questionnaire]:
        asked = [edition.questionnaire(one.language) for one in self.texts]
        return list({one.language: one for one in asked}.values())
