"""The lightest choice that reaches its goals, proven by HiGHS.

Every measure is a variable that is 0 or 1, and all figures are whole numbers. What a choice is
judged by is asked for one after the other, each time with what was found before held fast: the
most goals (only where the half days are limited), the least effort, the fewest measures, and then
which measure comes first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from highspy import Highs, HighsModelStatus, HighsVarType, ObjSense, SolutionStatus, kHighsInf

from kiassess.domain.path import Model

SECONDS = 10.0  # in all; a hundred measures take a fraction of a second
AT_ONCE = 12  # measures whose order is decided together, by powers of two that stay small
BETWEEN = 0.5  # whole numbers are held from the middle to the next one, so that no rounding matters

OPTIONS: Mapping[str, bool | int | float | str] = {
    "output_flag": False,
    "threads": 1,  # the same answer on every computer
    "parallel": "off",
    "random_seed": 0,
    "mip_rel_gap": 0.0,  # the least, not nearly the least
    "mip_abs_gap": 0.0,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What was found.

    Attributes:
        taken: Places of the measures to do.
        proven: Whether it is certain that nothing lighter does it.
    """

    taken: frozenset[int]
    proven: bool


def lightest(model: Model, half_days: int | None = None, *, seconds: float = SECONDS) -> Choice:
    """The lightest choice of measures.

    Args:
        model: What there is to choose from.
        half_days: The most effort, 0 or more, in half days of the catalogue: then as many goals
            are reached as it is enough for. Without it all are reached.
        seconds: The most time to take; after it the best that was found counts, unproven.
    """
    question = _Question(model, half_days, seconds)
    if not model.goals:
        return Choice(frozenset(), proven=True)
    if question.goals:
        question.most(question.goals)
    question.least(dict(enumerate(model.half_days)))
    question.least(dict.fromkeys(range(len(model.measures)), 1))
    for start in range(0, len(model.measures), AT_ONCE):
        question.first(range(start, min(start + AT_ONCE, len(model.measures))))
    return Choice(question.taken(), question.proven)


class _Question:
    """The model as HiGHS knows it.

    Attributes:
        goals: Columns that may be 1 if a goal is reached; none where all goals have to be.
        proven: Whether every answer so far is certain.
    """

    def __init__(self, model: Model, half_days: int | None, seconds: float) -> None:
        self.goals: list[int] = []
        self.proven = True
        self._n_measures = len(model.measures)
        self._solver = Highs()  # type: ignore[no-untyped-call] # its constructor has no types
        for option, value in {**OPTIONS, "time_limit": seconds}.items():
            self._solver.setOptionValue(option, value)
        for _ in model.measures:
            self._column()
        for need in model.needs:
            self._row({**dict.fromkeys(need.one_of, 1), need.of: -1}, least=0)
        for goal in model.goals:
            ways = dict.fromkeys(goal.one_of, 1)
            if half_days is None:
                self._row(ways, least=1)
            else:
                self.goals.append(self._column())
                self._row({**ways, self.goals[-1]: -1}, least=0)
        if half_days is not None:
            self._row(dict(enumerate(model.half_days)), most=half_days)
        # A solution to begin with: everything done, or nothing.
        self._values = [1.0 if half_days is None else 0.0] * self._solver.getNumCol()

    def most(self, columns: Iterable[int]) -> None:
        """Let as many of some columns be 1 as possible, and so it stays."""
        figures = dict.fromkeys(columns, 1)
        self._ask(figures, ObjSense.kMaximize)
        self._row(figures, least=self._sum(figures) - BETWEEN)

    def least(self, figures: Mapping[int, int]) -> None:
        """Make a sum over what is chosen as small as possible, and so it stays."""
        self._ask(figures, ObjSense.kMinimize)
        self._row(figures, most=self._sum(figures) + BETWEEN)

    def first(self, columns: range) -> None:
        """Choose the first of some columns if possible, then the second, …, and so it stays."""
        self._ask({at: 1 << (columns.stop - at - 1) for at in columns}, ObjSense.kMaximize)
        for at in columns:
            value = float(self._is_one(at))
            self._solver.changeColBounds(at, value, value)

    def taken(self) -> frozenset[int]:
        """The measures chosen by the last answer."""
        return frozenset(at for at in range(self._n_measures) if self._is_one(at))

    def _ask(self, figures: Mapping[int, int], sense: ObjSense) -> None:
        for column in range(len(self._values)):
            self._solver.changeColCost(column, figures.get(column, 0))
        self._solver.changeObjectiveSense(sense)
        self._solver.run()
        if self._solver.getModelStatus() != HighsModelStatus.kOptimal:
            self.proven = False
        found = self._solver.getInfo().primal_solution_status
        if found == SolutionStatus.kSolutionStatusFeasible:
            self._values = list(self._solver.getSolution().col_value)

    def _column(self) -> int:
        column: int = self._solver.getNumCol()
        self._solver.addVar(0, 1)
        self._solver.changeColIntegrality(column, HighsVarType.kInteger)
        return column

    def _row(
        self, figures: Mapping[int, int], *, least: float = -kHighsInf, most: float = kHighsInf
    ) -> None:
        columns, values = list(figures), [float(figure) for figure in figures.values()]
        self._solver.addRow(least, most, len(columns), columns, values)

    def _sum(self, figures: Mapping[int, int]) -> int:
        return sum(figure for column, figure in figures.items() if self._is_one(column))

    def _is_one(self, column: int) -> bool:
        return self._values[column] > BETWEEN
