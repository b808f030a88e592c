"""Errors the user can understand and do something about.

Everything derived from ``KiassessError`` is shown as a plain message: in the window as a
dialog, on the command line as one sentence. Any other exception is a bug.

The English sentence stands here. The German one stands in ``resources/texts/de.toml`` under
``[error]``, keyed by the class name: both shells use it, and the command line needs no Qt.
A test holds the two together.
"""

from typing import ClassVar

from kiassess.marks import override


class KiassessError(Exception):
    """Base class; a subclass is one situation with one message.

    Attributes:
        template: What happened, what is safe, what to do; English, with ``{named}`` gaps.
        values: What goes into the gaps.
    """

    template: ClassVar[str]

    def __init__(self, **values: object) -> None:
        super().__init__(values)
        self.values = values

    @override
    def __str__(self) -> str:
        return self.template.format(**self.values)


class WorkspaceUnreadableError(KiassessError):
    """The file is damaged or is not a workspace. Gaps: ``file``."""

    template = (
        "“{file}” is not a kiassess data file or is damaged. It was not changed. "
        "Please choose another file or rename this one."
    )


class WorkspaceTooNewError(KiassessError):
    """A newer version of the program has written the file. Gaps: ``file``."""

    template = (
        "“{file}” was written by a newer version of kiassess. It was not changed. "
        "Please update kiassess."
    )


class WorkspaceFolderError(KiassessError):
    """The file cannot be made or opened where it should lie. Gaps: ``file``, ``folder``."""

    template = (
        "“{file}” cannot be opened or created in “{folder}”. Nothing was changed. "
        "Please check whether the folder exists, may be written to and has room left."
    )


class WorkspaceUnwritableError(KiassessError):
    """The file cannot be changed now: disk full, locked or read-only. Gaps: ``file``."""

    template = (
        "The last change could not be saved in “{file}”. Everything saved before is safe. "
        "Please check whether the disk is full or write-protected, then try again."
    )


class WorkspaceFullError(WorkspaceUnwritableError):
    """There is no room left. Gaps: ``file``."""

    template = (
        "The disk is full: the last change could not be saved in “{file}”. Everything saved before "
        "is safe. Please delete files you no longer need, then try again."
    )


class WorkspaceProtectedError(WorkspaceUnwritableError):
    """The file or its folder may not be written to. Gaps: ``file``."""

    template = (
        "“{file}” is write-protected: the last change could not be saved. Everything saved before "
        "is safe. Please remove the protection or ask your IT department, then try again."
    )


class WorkspaceLockedError(WorkspaceUnwritableError):
    """Another program is using the file, such as a virus scanner. Gaps: ``file``."""

    template = (
        "Another program is using “{file}”: the last change could not be saved yet. Everything "
        "saved before is safe. Please try again in a moment."
    )


class WorkspaceGoneError(WorkspaceUnwritableError):
    """The file was moved, deleted or replaced while it was open. Gaps: ``file``."""

    template = (
        "“{file}” was moved, deleted or replaced while it was open: the last change could not be "
        "saved there. What is on the screen is still in this window. Please try again; kiassess "
        "then puts the file back in its place."
    )


class WorkspaceDamagedError(WorkspaceUnwritableError):
    """The content of the file is damaged. Gaps: ``file``."""

    template = (
        "“{file}” is damaged: the last change could not be saved. The file was not changed any "
        "further. Please close kiassess and start it again; it then rescues what can be read."
    )


class WorkspaceInUseError(KiassessError):
    """Another program holds the one right to write. Gaps: ``file``, ``holder``."""

    template = (
        "“{file}” is being edited in another window ({holder}). Nothing was changed. "
        "Please close that window and try again."
    )


class ReadOnlyError(KiassessError):
    """The window was opened for reading only. Gaps: ``file``."""

    template = (
        "“{file}” is open for reading only, because another window is editing it. "
        "Nothing was changed. Please make the change in that window."
    )


class UnknownAssessmentError(KiassessError):
    """No assessment, or more than one, has this id. Gaps: ``id``."""

    template = (
        "There is no assessment “{id}”, or several begin like this; four characters are the least. "
        "Nothing was changed. “kiassess list” shows all assessments."
    )


class UnknownQuestionnaireError(KiassessError):
    """No such questionnaire is installed. Gaps: ``id``, ``known``."""

    template = (
        "There is no questionnaire “{id}”. Nothing was changed. Questionnaires installed: {known}."
    )


class UnknownLensError(KiassessError):
    """The questionnaire has no such lens. Gaps: ``id``, ``known``."""

    template = (
        "There is no lens “{id}”. Nothing was changed. Lenses of this questionnaire: {known}."
    )


class InvalidQuestionnaireError(KiassessError):
    """A questionnaire breaks the format. Gaps: ``file``, ``count``, ``first``.

    Attributes:
        problems: All problems at once, one line each, with file and line.
    """

    template = (
        "The questionnaire “{file}” cannot be used: {count} problem(s), the first is {first}. "
        "Nothing was changed. “kiassess check” names all problems."
    )

    def __init__(self, file: str, problems: tuple[str, ...]) -> None:
        super().__init__(file=file, count=len(problems), first=problems[0])
        self.problems = problems


class InvalidAnswerError(KiassessError):
    """The questionnaire does not allow this answer. Gaps: ``item``."""

    template = (
        "“Does not apply” cannot be answered to “{item}”, or its reason is missing. "
        "The previous answer was kept. Please choose a level or “don't know”."
    )


class InvalidInputError(KiassessError):
    """An input cannot be used. Gaps: ``what``, ``value``."""

    template = "“{value}” cannot be used as {what}. Nothing was changed. Please check the input."


class ExportBlockedError(KiassessError):
    """The target cannot be written or replaced. Gaps: ``file``."""

    template = (
        "“{file}” could not be written. An older file of this name was left as it was. "
        "Please check whether the folder exists and may be written to, the file is open elsewhere "
        "or the disk is full."
    )


class UnknownFormatError(KiassessError):
    """The suffix of the target is none we write. Gaps: ``file``, ``known``."""

    template = (
        "“{file}” has a file type that cannot be exported. Nothing was written. "
        "Please use one of these: {known}."
    )


class DemoFolderError(KiassessError):
    """Where the demo would go lies something else. Gaps: ``file``."""

    template = (
        "“{file}” is there already and does not belong to the demo. Nothing was changed. "
        "Please name another folder."
    )


class StateNameError(KiassessError):
    """A frozen state cannot have this name. Gaps: ``name``."""

    template = (
        "A state cannot be called “{name}”: the name is taken, empty, or too long. "
        "Nothing was changed. Please choose another name."
    )


class FrozenError(KiassessError):
    """What is shown is a frozen state. Gaps: ``name``."""

    template = (
        "The state “{name}” never changes. Nothing was changed. "
        "Please go back to the assessment to make changes."
    )


class UnknownStateError(KiassessError):
    """The assessment has no frozen state of this name. Gaps: ``name``, ``known``."""

    template = (
        "There is no state “{name}”. Nothing was changed. States of this assessment: {known}."
    )


class BackupError(KiassessError):
    """A backup cannot be made. Gaps: ``folder``."""

    template = (
        "No backup could be made in “{folder}”. All your answers are safe in the data file. "
        "Please check whether the disk is full or write-protected."
    )


class BackupUnusableError(KiassessError):
    """A backup cannot be read. Gaps: ``file``."""

    template = (
        "The backup “{file}” cannot be read. Your data was not changed. "
        "Please choose another backup."
    )


class ExchangeUnreadableError(KiassessError):
    """An exchange file cannot be opened. Gaps: ``file``."""

    template = (
        "“{file}” cannot be read. Nothing was taken over from it, and your answers are unchanged. "
        "Please check whether the file is there and you may read it."
    )


class ExchangeFolderError(KiassessError):
    """A folder holds no exchange file. Gaps: ``file``."""

    template = (
        "There is no exchange file in the folder “{file}”. Nothing was changed. "
        "Please choose the folder with the files ending in .kiassess."
    )


class ExchangeEmptyError(KiassessError):
    """An exchange file has nothing in it. Gaps: ``file``."""

    template = (
        "“{file}” is empty. Nothing was taken over from it, and your answers are unchanged. "
        "Please ask for the file once more."
    )


class ExchangeForeignError(KiassessError):
    """A file is something else. Gaps: ``file``."""

    template = (
        "“{file}” is not an exchange file of kiassess. Nothing was taken over from it, and your "
        "answers are unchanged. Please choose a file that kiassess has written for exchange."
    )


class ExchangeDamagedError(KiassessError):
    """An exchange file was changed or cut off. Gaps: ``file``, ``where``."""

    template = (
        "“{file}” is damaged or was changed by another program (place: {where}). Nothing was taken "
        "over from it, and your answers are unchanged. Please ask for the file once more."
    )


class ExchangeTooNewError(KiassessError):
    """A newer version of the program has written the file. Gaps: ``file``."""

    template = (
        "“{file}” was written by a newer version of kiassess. Nothing was taken over from it, and "
        "your answers are unchanged. Please update kiassess."
    )


class ExchangeTooLargeError(KiassessError):
    """An exchange file is larger than any can be. Gaps: ``file``, ``most``."""

    template = (
        "“{file}” is larger than an exchange file may be ({most} MB). Nothing was taken over from "
        "it, and your answers are unchanged. Please check whether this is the right file."
    )


class ExchangeEditionError(KiassessError):
    """Another questionnaire is used here. Gaps: ``file``, ``name``, ``here``, ``there``."""

    template = (
        "The assessment of “{name}” in “{file}” is answered with another version of the "
        "questionnaire ({there}) than here ({here}). Nothing was taken over from it, and your "
        "answers are unchanged. Please move both to the same version, then import it again."
    )


class PasswordFileError(KiassessError):
    """A file needs a password to be opened. Gaps: ``file``."""

    template = (
        "“{file}” is protected with a password and cannot be read. Nothing was taken over. "
        "Please open it, remove the password, save it and try again."
    )


class OldExcelFileError(KiassessError):
    """A workbook is in the format of Excel up to 2003. Gaps: ``file``."""

    template = (
        "“{file}” is in the old Excel format (.xls). Nothing was taken over. Please open it in "
        "Excel, choose “Save As” and there “Excel Workbook (.xlsx)”."
    )


class OtherSheetFileError(KiassessError):
    """A spreadsheet is in a format we do not read. Gaps: ``file``."""

    template = (
        "“{file}” is in a spreadsheet format that kiassess does not read. Nothing was taken over. "
        "Please save it as “Excel Workbook (.xlsx)” or “ODF Spreadsheet (.ods)”."
    )


class MacroFileError(KiassessError):
    """A workbook may hold macros. Gaps: ``file``."""

    template = (
        "“{file}” can contain macros and is therefore not read. No macro was run, and nothing was "
        "taken over. Please save it as “Excel Workbook (.xlsx)”, that is without macros."
    )


class PdfFileError(KiassessError):
    """A workbook was wanted and a PDF file came. Gaps: ``file``."""

    template = (
        "“{file}” is a PDF file and not a workbook. Nothing was taken over. "
        "Please choose the workbook that was filled in (.xlsx or .ods)."
    )


class TextFileError(KiassessError):
    """A workbook was wanted and a text came. Gaps: ``file``."""

    template = (
        "“{file}” is a text file, such as a CSV file, and not a workbook. Nothing was taken over. "
        "Please choose the workbook that was filled in (.xlsx or .ods)."
    )


class WebPageFileError(KiassessError):
    """A web page came, possibly named like a workbook. Gaps: ``file``."""

    template = (
        "“{file}” is a web page, even if its name looks like a workbook. Nothing was taken over. "
        "Please open it in Excel and save it as “Excel Workbook (.xlsx)”."
    )


class DocumentFileError(KiassessError):
    """A document of a word processor or for a presentation came. Gaps: ``file``."""

    template = (
        "“{file}” is a document, such as one of Word, and not a workbook. Nothing was taken over. "
        "Please choose the workbook that was filled in (.xlsx or .ods)."
    )


class PictureFileError(KiassessError):
    """A picture came. Gaps: ``file``."""

    template = (
        "“{file}” is a picture or a film and not a workbook. Nothing was taken over. "
        "Please choose the workbook that was filled in (.xlsx or .ods)."
    )


class ArchiveFileError(KiassessError):
    """An archive came. Gaps: ``file``."""

    template = (
        "“{file}” is an archive, such as a ZIP file. Nothing was taken over. "
        "Please unpack it and choose the workbooks in it."
    )


class EmptyFileError(KiassessError):
    """There is nothing in a file. Gaps: ``file``."""

    template = (
        "“{file}” is empty. Nothing was taken over. "
        "Please ask for the file again, or choose another one."
    )


class LockFileError(KiassessError):
    """What an office program leaves while a file is open. Gaps: ``file``."""

    template = (
        "“{file}” only marks that a workbook is probably still open in Excel or LibreOffice. "
        "Nothing was taken over. Please save and close the workbook, then choose it itself."
    )


class FolderGivenError(KiassessError):
    """A file was wanted and a folder came. Gaps: ``file``."""

    template = (
        "“{file}” is a folder and not a file. Nothing was taken over. "
        "Please choose the files in it."
    )


class UnknownFileError(KiassessError):
    """A file is none of the kinds we know. Gaps: ``file``."""

    template = (
        "“{file}” is not a workbook. Nothing was taken over. "
        "Please choose the workbook that was filled in (.xlsx or .ods)."
    )


class DamagedFileError(KiassessError):
    """A workbook is damaged or incomplete. Gaps: ``file``."""

    template = (
        "“{file}” is damaged or incomplete and cannot be read. Nothing was taken over. Please open "
        "it in Excel and save it again, or ask for the file again."
    )


class TooLargeFileError(KiassessError):
    """A file holds more than is sensible to read. Gaps: ``file``."""

    template = (
        "“{file}” holds far more than a workbook for filling in. It was not read any further, and "
        "nothing was taken over. Please check whether it is the right file."
    )


class SuspiciousFileError(KiassessError):
    """A file is built as no office program builds one. Gaps: ``file``."""

    template = (
        "“{file}” is built in an unusual way that could do harm. It was not read for safety, and "
        "nothing was taken over. Please ask whoever sent it, or your IT department."
    )


class SlowFileError(KiassessError):
    """Reading a file took too long. Gaps: ``file``."""

    template = (
        "Reading “{file}” took too long and was stopped. Nothing was taken over. Please check "
        "whether it is the right file, or try again when the PC has less to do."
    )


class UnreadableFileError(KiassessError):
    """A file is gone, locked or may not be read. Gaps: ``file``."""

    template = (
        "“{file}” could not be read. Nothing was taken over. Please check whether the file is "
        "still there, whether you may open it and whether another program is using it."
    )


class ForeignWorkbookError(KiassessError):
    """A workbook is none of those we hand out for filling in. Gaps: ``file``."""

    template = (
        "“{file}” is a workbook, but none that kiassess has made for filling in. Nothing was taken "
        "over. Please choose a workbook from a fill-in pack."
    )


class ResultsWorkbookError(KiassessError):
    """A workbook with results, which nobody fills in. Gaps: ``file``."""

    template = (
        "“{file}” is a workbook with results, which is only for reading. Nothing was taken over. "
        "Please choose a workbook from a fill-in pack or, to take over a whole assessment, its "
        "exchange file (.kiassess)."
    )


class WorkbookTooNewError(KiassessError):
    """A newer version of the program has made the workbook. Gaps: ``file``."""

    template = (
        "“{file}” was made with a newer version of kiassess. Nothing was taken over. "
        "Please update kiassess, then import it again."
    )


class FillInIdsLostError(KiassessError):
    """A fill-in workbook has lost the column with the ids. Gaps: ``file``."""

    template = (
        "In “{file}” the hidden column with the ids of the questions is missing. Nothing was taken "
        "over. Please ask for the workbook as it was handed out, or type the answers in yourself."
    )


class OtherQuestionnaireError(KiassessError):
    """A fill-in workbook belongs to another questionnaire. Gaps: ``file``, ``id``."""

    template = (
        "“{file}” belongs to another questionnaire ({id}). Nothing was taken over. "
        "Please open the assessment it belongs to, then import it again."
    )


class NewerQuestionnaireError(KiassessError):
    """A fill-in workbook was made with a newer version of the questionnaire.

    Gaps: ``file``, ``version``.
    """

    template = (
        "“{file}” asks the questions of a newer version of the questionnaire ({version}). Nothing "
        "was taken over. Please move the assessment to that version, then import the file again."
    )


class UnknownRoleError(KiassessError):
    """No question is meant for this role. Gaps: ``id``, ``known``."""

    template = (
        "There are no questions for the role “{id}”. Nothing was written. "
        "Roles with questions: {known}."
    )


class FillInElsewhereError(KiassessError):
    """The assessment of a fill-in workbook is not in this workspace. Gaps: ``file``, ``name``."""

    template = (
        "“{file}” belongs to an assessment of “{name}” that is not here. Nothing was taken over. "
        "Please import the file where it was handed out, or import the exchange file first."
    )


class FillInStrayError(KiassessError):
    """The assessment of a fill-in workbook is not in this workspace. Gaps: ``file``."""

    template = (
        "“{file}” belongs to an assessment that is not here. Nothing was taken over. "
        "Please import the file where it was handed out, or import the exchange file first."
    )


class FillInHomelessError(KiassessError):
    """A fill-in workbook does not say to which assessment it belongs. Gaps: ``file``."""

    template = (
        "“{file}” no longer says which assessment it belongs to, because its hidden sheet is "
        "missing. Nothing was taken over. Please say which one when you import it."
    )


class ImportFolderError(KiassessError):
    """A folder holds nothing that can be imported. Gaps: ``file``."""

    template = (
        "There is nothing to import in the folder “{file}”. Nothing was changed. Please choose the "
        "folder with the workbooks (.xlsx, .ods) or exchange files (.kiassess)."
    )


class NothingToCompareError(KiassessError):
    """There is no assessment to compare. Gaps: none."""

    template = (
        "There is no assessment yet that could be compared. Nothing was written. "
        "Please begin one or import one first."
    )


class SmallGroupError(KiassessError):
    """An anonymous comparison of so few would name them. Gaps: ``least``."""

    template = (
        "An anonymous comparison needs at least {least} municipalities, because among fewer each "
        "could be recognised. Nothing was written. Please choose more of them. "
        "Quick checks do not count."
    )


class NoPeersError(KiassessError):
    """Without a population nobody knows who the peers are. Gaps: ``name``."""

    template = (
        "The population of “{name}” is not known, so there is no peer group. Nothing was written. "
        "Please enter the population first."
    )


class TooManyPagesError(KiassessError):
    """A picture would have more pages than anybody reads. Gaps: ``pages``, ``most``."""

    template = (
        "The chart would need at least {pages} pages, {most} are possible. Nothing was written. "
        "Please choose fewer assessments, or use the workbook (.xlsx) instead."
    )


class NoSuchChartError(KiassessError):
    """There is no such chart of what was chosen. Gaps: none."""

    template = (
        "There is no such chart of this choice. Nothing was written. Two rounds and the radar need "
        "exactly two assessments with values, the trend at least two rounds of one municipality."
    )
