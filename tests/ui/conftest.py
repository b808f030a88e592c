"""Real windows over real workspaces."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

from kiassess import paths
from kiassess.app import make_application
from kiassess.content.library import Library
from kiassess.domain.assessment import NewAssessment
from kiassess.domain.municipality import Municipality
from kiassess.ui.archive import Archive
from kiassess.ui.background import Background
from kiassess.ui.desk import Tools
from kiassess.ui.exporter import Exporter
from kiassess.ui.main_window import MainWindow
from kiassess.ui.messages import Messages
from kiassess.ui.planning import Planning
from kiassess.ui.register_desk import RegisterDesk
from kiassess.ui.session import Session
from kiassess.ui.settings import Settings
from kiassess.ui.theme import Appearance
from kiassess.ui.translation import install_translation, remove_translation
from kiassess.wording.texts import Texts, load_texts
from kiassess.workflow.workspace import Workspace, open_for_writing

TOWN = Municipality("Bad Musterbach, Stadt", population=9_000)
ROUND = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _nothing_left(qapp: QApplication) -> Iterator[None]:
    """Delete what a test has closed; outside an event loop Qt would keep it until the end."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def texts() -> Texts:
    """German sentences."""
    return load_texts(paths.bundled().texts, "de")


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """Widgets made in this test speak German."""
    installed = install_translation(qapp, paths.bundled().translations, "de")
    yield
    remove_translation(qapp, installed)


@pytest.fixture
def settings() -> Settings:
    """Settings that are not kept: light, German, normal text size."""
    made = Settings(None)
    made.theme = "light"
    return made


@pytest.fixture
def appearance(qapp: QApplication, settings: Settings) -> Iterator[Appearance]:
    """The look of the window, light and at normal size."""
    made = Appearance(make_application(), paths.bundled().themes, settings)
    made.apply()
    yield made
    made.reset()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A new workspace, open for writing."""
    opened = open_for_writing(tmp_path / "kiassess.db", Library(paths.bundled().questionnaires))
    yield opened
    opened.close()


@pytest.fixture
def session(workspace: Workspace, texts: Texts, qapp: QApplication) -> Session:
    """A session with nothing open yet."""
    return Session(workspace, texts, paths.bundled())


@pytest.fixture
def town_session(session: Session) -> Session:
    """A session with a full analysis open and no answer given."""
    assert session.create(NewAssessment(TOWN, ROUND))
    return session


@pytest.fixture
def planning(town_session: Session) -> Iterator[Planning]:
    """What to do, beside the session with a full analysis."""
    background = Background()
    yield Planning(town_session, background)
    background.stop()


@pytest.fixture
def register_desk(
    qtbot, town_session: Session, planning: Planning, settings: Settings, texts: Texts
) -> Iterator[RegisterDesk]:
    """The dialogs and papers behind fields, use cases and register, over an empty window."""
    below, background = QWidget(), Background()
    qtbot.addWidget(below)
    messages = Messages(below, texts)
    tools = Tools(below, town_session, background, messages, settings)
    yield RegisterDesk(tools, planning, Exporter(tools))
    background.stop()


@pytest.fixture
def archive(workspace: Workspace, session: Session) -> Archive:
    """Backups, states and deletion beside the session."""
    return Archive(workspace, session)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What message boxes would have said; each is answered with its default button."""
    told: list[str] = []

    def answer(box: QMessageBox) -> int:
        told.append(f"{box.text()} {box.informativeText()}".strip())
        button = box.defaultButton()
        if button is not None:
            button.click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    return told


@pytest.fixture
def window(
    qtbot,
    appearance: Appearance,
    settings: Settings,
    session: Session,
    workspace: Workspace,
    texts: Texts,
    german: None,
    said: list[str],
) -> Iterator[MainWindow]:
    """The main window in German with an open workspace."""
    made = MainWindow()
    made.build(texts, paths.bundled(), appearance, settings)
    qtbot.addWidget(made)
    made.show()
    made.attach(session, workspace)
    yield made
    made.background.stop()


@pytest.fixture
def in_dialog(qapp: QApplication) -> Callable[..., None]:
    """Act in the next dialog as soon as it is on the screen; it must be closed by that."""

    def later(act: Callable[[QDialog], None]) -> None:
        timer = QTimer(qapp, interval=5)

        def look() -> None:
            dialog = qapp.activeModalWidget()
            if not isinstance(dialog, QDialog):
                return
            timer.stop()
            timer.deleteLater()
            try:
                act(dialog)
            finally:
                if dialog.isVisible():
                    dialog.reject()

        timer.timeout.connect(look)
        timer.start()

    return later


@pytest.fixture
def wait_for_worker(qtbot) -> Callable[[MainWindow], None]:
    """Wait until the worker of a window has nothing left to do."""

    def wait(window: MainWindow) -> None:
        qtbot.waitUntil(lambda: window.background.idle, timeout=20_000)

    return wait
