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
