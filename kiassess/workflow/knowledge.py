"""The legal table both shells show."""

from kiassess.content.legal import load_legal_table
from kiassess.content.library import Library
from kiassess.domain.legal import LegalTable


def current_legal_table(library: Library, language: str) -> LegalTable:
    """The newest legal table there is.

    Raises:
        InvalidQuestionnaireError: There is none, or it breaks the format.
    """
    return load_legal_table(library.legal_file(), language)
