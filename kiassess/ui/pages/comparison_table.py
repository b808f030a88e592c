"""The comparison as a table with everything that is known of each assessment."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiassess.domain.comparison import ComparedPart
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import OrganisationType, SizeClass
from kiassess.domain.search import fold
from kiassess.domain.shown_comparison import ShownComparison
from kiassess.ui.models.columns_model import Column, ColumnsModel
from kiassess.ui.widgets.labels import Label
from kiassess.ui.widgets.wide_table import WideTable
from kiassess.wording.comparison_page import part_words
from kiassess.wording.texts import Texts

TYPES, SIZES, EXTENTS = tuple(OrganisationType), tuple(SizeClass), tuple(Extent)


class TablePart(QWidget):
    """Facts, then values and coverage of all building blocks, then values of all areas."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._model = ColumnsModel(self)
        self._table = WideTable(self.tr("All values"), self)
        self._table.setObjectName("table")
        self._table.setModel(self._model)
        header = self._table.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self._table.setSortingEnabled(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Label(texts("comparison_page.table_about"), "help", parent=self))
        layout.addWidget(self._table, 1)

    def show_comparison(self, shown: ShownComparison) -> None:
        """Show a comparison; an anonymous one has no facts."""
        columns = [] if shown.anonymous else list(self._facts(shown))
        columns += self._values(shown)
        self._model.set_columns(columns, range(len(shown.names)), shown.names.__getitem__)

    def _facts(self, shown: ShownComparison) -> Iterator[Column]:
        texts, chosen = self._texts, shown.comparison.chosen

        def size(at: int) -> str:
            found = chosen[at].size_class
            return texts(f"size.{found}" if found else "comparison_page.size_unknown")

        yield Column(
            texts("compare.kind"),
            lambda at: texts(f"type.{chosen[at].municipality.type}"),
            lambda at: TYPES.index(chosen[at].municipality.type),
        )
        yield Column(texts("compare.size"), size, lambda at: _place(SIZES, chosen[at].size_class))
        yield Column(
            texts("comparison_page.population"),
            lambda at: texts.count(chosen[at].municipality.population),
            lambda at: chosen[at].municipality.population,
            at_right=True,
        )
        yield Column(
            texts("comparison_page.state"),
            lambda at: chosen[at].municipality.state,
            lambda at: fold(chosen[at].municipality.state) or None,
        )
        yield Column(
            texts("comparison_page.district"),
            lambda at: chosen[at].municipality.district,
            lambda at: fold(chosen[at].municipality.district) or None,
        )
        yield Column(
            texts("comparison_page.day"),
            lambda at: texts.day(chosen[at].round_date),
            lambda at: chosen[at].round_date,
        )
        yield Column(
            texts("compare.extent"),
            lambda at: texts(f"extent.{chosen[at].extent}"),
            lambda at: EXTENTS.index(chosen[at].extent),
        )

    def _values(self, shown: ShownComparison) -> Iterator[Column]:
        comparison, texts = shown.comparison, self._texts
        shorts = {b.id: b.short or b.name for b in comparison.questionnaire.blocks}
        areas = {area.id: area.name for area in comparison.questionnaire.areas}
        for part in comparison.blocks:
            yield self._value(shorts[part.id], part)
        for part in comparison.blocks:
            title = texts(
                "compare.part_column", block=shorts[part.id], what=texts("compare.coverage")
            )
            yield self._coverage(title, part)
        for part in comparison.areas:
            yield self._value(areas[part.id], part)

    def _value(self, title: str, part: ComparedPart) -> Column:
        return Column(
            title,
            lambda at: part_words(part, at, self._texts),
            part.values.__getitem__,
            at_right=True,
        )

    def _coverage(self, title: str, part: ComparedPart) -> Column:
        return Column(
            title,
            lambda at: self._texts.share(part.scores.score(at).coverage),
            lambda at: part.scores.score(at).coverage,
            at_right=True,
        )


def _place(sizes: tuple[SizeClass, ...], size: SizeClass | None) -> int | None:
    return None if size is None else sizes.index(size)
