"""Which sentence belongs to which wrong file."""

from collections.abc import Mapping

from kiassess.domain import errors
from kiassess.domain.errors import KiassessError
from kiassess.exchange.sniffing import FileKind

REFUSALS: Mapping[FileKind, type[KiassessError]] = {
    FileKind.MACRO: errors.MacroFileError,
    FileKind.XLSB: errors.OtherSheetFileError,
    FileKind.XLS: errors.OldExcelFileError,
    FileKind.XML_SPREADSHEET: errors.OtherSheetFileError,
    FileKind.OTHER_SHEET: errors.OtherSheetFileError,
    FileKind.ENCRYPTED: errors.PasswordFileError,
    FileKind.EXCHANGE: errors.TextFileError,
    FileKind.PDF: errors.PdfFileError,
    FileKind.HTML: errors.WebPageFileError,
    FileKind.TEXT: errors.TextFileError,
    FileKind.IMAGE: errors.PictureFileError,
    FileKind.DOCUMENT: errors.DocumentFileError,
    FileKind.ARCHIVE: errors.ArchiveFileError,
    FileKind.EMPTY: errors.EmptyFileError,
    FileKind.LOCK_FILE: errors.LockFileError,
    FileKind.UNKNOWN: errors.UnknownFileError,
}
_WHILE_READING = (
    errors.DamagedFileError,
    errors.ForeignWorkbookError,
    errors.SuspiciousFileError,
    errors.TooLargeFileError,
)
BY_NAME: Mapping[str, type[KiassessError]] = {
    error.__name__: error for error in (*REFUSALS.values(), *_WHILE_READING)
}


class RefusedError(Exception):
    """A file is not read.

    Attributes:
        error: What the user is told; one of ``BY_NAME``.
    """

    def __init__(self, error: type[KiassessError]) -> None:
        super().__init__(error.__name__)
        self.error = error
