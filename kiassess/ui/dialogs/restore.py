"""The dialog “Sicherung wiederherstellen”: all backups, and what one would change."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from kiassess.domain.backups import Backup, BackupContent
from kiassess.domain.restoring import Effect, RestoreEffect, changes_anything
from kiassess.ui.dialogs.rehearsal_card import RehearsalCard
from kiassess.ui.models.backups_model import IN_WORDS, BackupsModel
from kiassess.ui.models.grid_model import GridCell
from kiassess.ui.models.words_model import WordsModel
from kiassess.ui.widgets.form_dialog import FormDialog
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.pick_table import PickTable
from kiassess.ui.widgets.speech import announce
from kiassess.wording.safekeeping import effect_words, effects_words
from kiassess.wording.texts import Texts

PICK_PAUSE_MS = 150  # so that the rows passed on the way to another are not all read


class RestoreDialog(FormDialog):
    """Lists the backups, the newest first; nothing is restored before its effects were shown.

    Reading a backup takes a while, so whoever opens this dialog answers later: with
    ``show_content`` for each backup, and with ``show_effects`` when they are requested.

    Signals:
        effects_requested: What restoring a backup would change is to be shown.
                           arg: The ``Backup``.
        restore_requested: The user wants a backup in the place of all data.
                           arg: The ``Backup``.
        rehearsal_requested: The user wants to see whether the newest backup can be restored.
    """

    effects_requested = Signal(Backup)
    restore_requested = Signal(Backup)
    rehearsal_requested = Signal()

    def __init__(
        self, backups: Sequence[Backup], texts: Texts, parent: QWidget | None = None
    ) -> None:
        super().__init__(QDialogButtonBox.StandardButton.Close, parent)
        self._texts = texts
        self._shown: Backup | None = None  # whose effects are on the screen
        self._model = BackupsModel(sorted(backups, reverse=True), texts, self)
        self._table = PickTable(self.tr("Backups"), self)
        self._state = Label(parent=self)
        self._effects = WordsModel(self)
        self._effects_table = PickTable(self.tr("What would change"), self)
        self._rehearsal = RehearsalCard(texts, self)
        self._restore = self.buttons.addButton(
            self.tr("&Restore"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self._pause = QTimer(self, singleShot=True, interval=PICK_PAUSE_MS)
        self._arrange()

        self._table.row_picked.connect(self._on_row_picked)
        self._pause.timeout.connect(self._on_pause_over)
        self._restore.clicked.connect(self._on_restore_clicked)
        self._rehearsal.requested.connect(self.rehearsal_requested)
        if self._model.rowCount():
            self._table.pick_row(0)
            self._table.setFocus()

    def show_content(self, backup: Backup, content: BackupContent | None) -> None:
        """Show what is in a backup; ``None`` if it cannot be read, so it cannot be restored."""
        self._model.set_content(backup, content)
        if content is None and backup == self._picked():
            self._pause.stop()
            self._show_unreadable()

    def show_effects(self, backup: Backup, effects: tuple[RestoreEffect, ...]) -> None:
        """Show what restoring a backup would change; nothing if another is current by now."""
        if backup != self._picked() or not self._model.is_readable(backup):
            return
        self._shown = backup
        said = effects_words(effects, self._texts)
        self._fill_effects(effects)
        self._state.hide()
        self._effects_table.show()
        self.show_hint(said)
        self._restore.setEnabled(changes_anything(effects))
        self.reveal(self._table)
        announce(self._table, said)

    def show_rehearsal(self, text: str) -> None:
        """Say how trying it out has ended."""
        self._rehearsal.show_result(text)
        self.reveal(self._rehearsal)

    def show_last_rehearsal(self, at: datetime | None) -> None:
        """Say when it was last tried out; ``None`` for never."""
        self._rehearsal.show_last(at)

    @Slot()
    def _on_row_picked(self) -> None:
        self._forget_effects()
        backup = self._picked()
        if backup is None:
            return
        if self._model.is_readable(backup):
            self._state.setText(self.tr("The backup is being compared with the data of today…"))
            self._pause.start()
        else:
            self._pause.stop()
            self._show_unreadable()

    @Slot()
    def _on_pause_over(self) -> None:
        backup = self._picked()
        if backup is not None:
            self.effects_requested.emit(backup)

    @Slot()
    def _on_restore_clicked(self) -> None:
        if self._shown is not None:
            self.restore_requested.emit(self._shown)

    def _picked(self) -> Backup | None:
        row = self._table.picked_row()
        return None if row is None else self._model.backup(row)

    def _forget_effects(self) -> None:
        self._shown = None
        self._effects_table.hide()
        self._state.show()
        self._restore.setEnabled(False)
        self.show_hint("")

    def _show_unreadable(self) -> None:
        self._forget_effects()
        said = self.tr("This backup cannot be read. Please choose another one.")
        self._state.setText(said)
        self.show_hint(said)
        announce(self._table, said)

    def _fill_effects(self, effects: Sequence[RestoreEffect]) -> None:
        titles = self.tr("Municipality"), self.tr("As of"), self.tr("Effect")
        rows = [
            (
                GridCell(name := effect.assessment.municipality.name, name.casefold()),
                GridCell(
                    self._texts.day(effect.assessment.round_date),
                    float(effect.assessment.round_date.toordinal()),
                ),
                GridCell(said := effect_words(effect, self._texts), said),
            )
            for effect in sorted(effects, key=_stays_the_same)
        ]
        self._effects.set_grid(titles, rows)

    def _arrange(self) -> None:
        some = self._model.rowCount() > 0
        title = self.tr("Restore a backup")
        self.setWindowTitle(title)
        self._table.setObjectName("backups")
        self._effects_table.setObjectName("effects")
        self._state.setObjectName("state")
        self._restore.setObjectName("restore")
        self.buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        self._restore.setEnabled(False)
        self._restore.setVisible(some)
        self._table.show_model(
            self._model,
            sort_role=BackupsModel.SortRole,
            wordy=frozenset(column.value for column in IN_WORDS),
        )
        self._effects_table.show_model(
            self._effects, sort_role=WordsModel.SortRole, wordy=frozenset(range(3))
        )
        self._effects_table.hide()

        nothing = self.tr(
            "There is no backup yet. kiassess makes one a day without your doing, as soon as "
            "there is something to keep."
        )
        about = self.tr("kiassess makes these backups without your doing. Choose one.")
        safe = self.tr(
            "Before anything is restored, kiassess backs up the data of today. To take it back, "
            "restore that backup."
        )
        heading = Label(self.tr("What would change"), "strong", parent=self)
        self.column.addWidget(Label(title, "section", parent=self))
        self.column.addWidget(Label(about if some else nothing, parent=self))
        below = (self._table, heading, self._state, self._effects_table,
                 Label(safe, parent=self), self._rehearsal)  # fmt: skip
        for widget in below:
            self.column.addWidget(widget)
            if not some:
                widget.hide()
        self.column.addStretch()


def _stays_the_same(effect: RestoreEffect) -> bool:
    return effect.effect is Effect.SAME  # so what changes stands above
