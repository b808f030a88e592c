"""What both shells know beside the questions: the legal table, and what a catalogue gives."""

from pathlib import Path

from kiassess.content.legal import load_legal_table
from kiassess.content.library import Library
from kiassess.content.precheck import load_precheck
from kiassess.domain.assessment import DEFAULT_QUESTIONNAIRE
from kiassess.domain.catalogue import Catalogue
from kiassess.domain.errors import InvalidQuestionnaireError, UnknownQuestionnaireError
from kiassess.domain.legal import LegalTable
from kiassess.domain.precheck import Precheck
from kiassess.domain.questionnaire import Questionnaire


def current_legal_table(
    library: Library, language: str
) -> tuple[LegalTable, InvalidQuestionnaireError | None]:
    """The newest legal table that can be read; see ``current_legal_file``."""
    _, table, problem = current_legal_file(library, language)
    return table, problem


def current_legal_file(
    library: Library, language: str
) -> tuple[Path, LegalTable, InvalidQuestionnaireError | None]:
    """The newest file with a legal table that can be read.

    Returns:
        The file, the table in it; and what is wrong with a newer one, if somebody has dropped
        in a broken file.

    Raises:
        InvalidQuestionnaireError: There is none, or none without a problem.
    """
    problem = None
    for file in library.legal_files():
        try:
            return file, load_legal_table(file, language), problem
        except InvalidQuestionnaireError as error:
            problem = problem or error
    raise problem or InvalidQuestionnaireError("legal", ("legal",))


def current_precheck(library: Library, language: str) -> Precheck:
    """The newest pre-check under the AI Act that can be read.

    Raises:
        InvalidQuestionnaireError: There is none, or none without a problem.
    """
    problem = None
    for file in library.precheck_files():
        try:
            return load_precheck(file, language)
        except InvalidQuestionnaireError as error:
            problem = problem or error
    raise problem or InvalidQuestionnaireError("precheck", ("precheck",))


def catalogue_for_export(
    library: Library, questionnaire_id: str, language: str
) -> Catalogue | None:
    """What stands beside the questions of the newest version of a questionnaire.

    Returns:
        ``None`` if the questionnaire is no longer there or its files are broken: results can be
        handed out all the same.
    """
    try:
        return library.catalogue(questionnaire_id, language)[0]
    except (UnknownQuestionnaireError, InvalidQuestionnaireError):
        return None


def current_catalogue(
    library: Library, questionnaire_id: str, language: str
) -> tuple[Catalogue, Questionnaire]:
    """What stands beside the questions of the newest version, and these questions.

    For a questionnaire that is no longer there, that of the program.

    Raises:
        InvalidQuestionnaireError: Its files break the format.
    """
    known = questionnaire_id in library.ids()
    return library.catalogue(questionnaire_id if known else DEFAULT_QUESTIONNAIRE, language)
