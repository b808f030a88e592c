"""What many of a group lack, what would help most of them, and who shows how it is done."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiassess.domain.lacking import Lacking
from kiassess.ui.models.grid_model import GridCell
from kiassess.ui.models.words_model import WordsModel
from kiassess.ui.widgets.full_table import FullTable
from kiassess.ui.widgets.labels import Label
from kiassess.wording.comparison_page import (
    gate_count_row,
    item_count_row,
    lacking_lead,
    measure_count_row,
    tops_words,
)
from kiassess.wording.texts import Texts

MOST = 12  # rows of a list; the workbook has all of them


class LackingPart(QWidget):
    """Three lists: minimum requirements, questions, and measures that would help."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._lead = Label(parent=self)
        self._gates = _List(self.tr("Minimum requirements that are lacking"), "gates", self)
        self._items = _List(self.tr("What most lack"), "items", self)
        self._measures = _List(self.tr("What would help most"), "measures", self)
        self._lead.setObjectName("lead")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height())
        for widget in (self._lead, self._gates, self._items, self._measures):
            layout.addWidget(widget)

    def show_lacking(self, found: Lacking, names: Sequence[str]) -> None:
        """Show what a group lacks.

        Args:
            found: That.
            names: What each assessment of the comparison is called.
        """
        texts = self._texts
        self._lead.setText(lacking_lead(found, texts))
        tops = {
            item_id: (tops_words([names[at] for at in places], texts),)
            for item_id, places in (found.tops or {}).items()
        }
        at_the_top = (self.tr("Already at level 4"),) if found.tops is not None else ()
        self._gates.show_rows(
            (self.tr("Minimum requirement"), self.tr("Lacking or unclear"), *at_the_top),
            [(*gate_count_row(one, texts), *tops.get(one.item.id, ())) for one in found.gates],
            (one.lacking for one in found.gates),
        )
        below = self.tr("Below the target level")
        if found.tops is None:  # then all are measured alike
            below = texts("compare_anonymous.below_heading")
        self._items.show_rows(
            (self.tr("Question"), below, *at_the_top),
            [(*item_count_row(one, texts), *tops.get(one.item.id, ())) for one in found.items],
            (one.below / one.answered for one in found.items),
        )
        self._measures.show_rows(
            (self.tr("Measure"), self.tr("Would help")),
            [measure_count_row(one, texts) for one in found.measures],
            (one.helped for one in found.measures),
        )


class _List(QWidget):
    """A title, a table of the first rows, and how many more there are."""

    def __init__(self, title: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = WordsModel(self)
        self._table = FullTable(title, self)
        self._table.setObjectName(name)
        self._more = Label(role="help", parent=self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self.fontMetrics().height() // 2)
        layout.addWidget(Label(title, "section", parent=self))
        layout.addWidget(self._table)
        layout.addWidget(self._more)

    def show_rows(
        self, titles: Sequence[str], rows: Sequence[Sequence[str]], counts: Iterable[float]
    ) -> None:
        """Show rows; without any the list is hidden. The second column is sorted by its count."""
        self.setVisible(bool(rows))
        rest = len(rows) - MOST
        self._more.setVisible(rest > 0)
        self._more.setText(self.tr("%n more in the workbook", "", rest) if rest > 0 else "")
        cells = [
            [
                GridCell(row[0], row[0].casefold()),
                GridCell(row[1], float(count)),
                *(GridCell(word, word.casefold()) for word in row[2:]),
            ]
            for row, count in zip(rows, counts, strict=True)
        ]
        self._model.set_grid(titles, cells[:MOST])
        self._table.show_model(self._model, sort_role=WordsModel.SortRole, wordy=frozenset({0, 2}))
