"""What a municipality does next, as the window sees it: recommendations, plan, what-if, register.

Beside ``Session`` it answers what pages ask and keeps what they tell; it knows no widget.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from kiassess.domain.assessment import OpenAssessment
from kiassess.domain.catalogue import Catalogue
from kiassess.domain.effort import Scale
from kiassess.domain.entries import KeptEntry
from kiassess.domain.firing import Situation
from kiassess.domain.kept import Kept, kept_of, situation_of
from kiassess.domain.legal import LegalTable
from kiassess.domain.measures import Measure
from kiassess.domain.next_level import find_measure
from kiassess.domain.own_measures import HiddenMeasure, with_own
from kiassess.domain.path import Path, Wanted
from kiassess.domain.planning import PlanEntry
from kiassess.domain.precheck import Precheck
from kiassess.domain.recommending import Recommendation, recommend
from kiassess.domain.scheduling import suggest_days
from kiassess.domain.what_if import Simulation, prerequisites_of, simulate
from kiassess.ui.background import Background
from kiassess.ui.session import Session
from kiassess.wording.recommending import measure_name
from kiassess.workflow import planning
from kiassess.workflow.knowledge import current_precheck
from kiassess.workflow.recommending import least_effort
from kiassess.workflow.workspace import Workspace


class Planning(QObject):
    """Works out what to do, and keeps the plan and the register.

    Without an open assessment everything is empty.

    Signals:
        changed: Answers, facts or entries are others now; everything has to be asked anew.
    """

    changed = Signal()

    def __init__(
        self, session: Session, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._kept: Kept | None = None
        self._recommendations: tuple[Recommendation, ...] | None = None
        session.opened.connect(self._on_changed)
        session.answer_saved.connect(self._on_changed)
        session.facts_changed.connect(self._on_changed)
        session.entries_changed.connect(self._on_changed)

    @property
    def opened(self) -> OpenAssessment | None:
        """The open assessment."""
        return self._session.current

    @property
    def editable(self) -> bool:
        """Whether anything can be changed: not in a frozen state, nor in a second window."""
        return self._session.editable

    @property
    def kept(self) -> Kept:
        """What is kept beside the answers."""
        if self._kept is None:
            opened = self.opened
            self._kept = kept_of(opened.entries if opened is not None else ())
        return self._kept

    def today(self) -> date:
        """The present day."""
        return self._session.today()

    def catalogue(self) -> Catalogue | None:
        """What stands beside the questions; ``None`` for a questionnaire that is gone."""
        catalogue, questionnaire = self._session.catalogue()
        opened = self.opened
        same = opened is not None and opened.assessment.questionnaire_id == questionnaire.id
        return catalogue if same else None

    def catalogue_measures(self) -> Mapping[str, Measure]:
        """The measures as the catalogue words them; none for a questionnaire that is gone."""
        catalogue = self.catalogue()
        return {} if catalogue is None else catalogue.measures

    def measures(self) -> Mapping[str, Measure]:
        """All measures by id, with own ones and own wording, hidden ones as well.

        What is hidden is in the situation: taken out here, its questions would look as if no
        measure fitted them.
        """
        return with_own(self.catalogue_measures(), self.kept.measures.values())

    def measure(self, measure_id: str) -> Measure | None:
        """A measure of the catalogue, an own or a generic one, also one that is hidden."""
        opened = self.opened
        if opened is None:
            return None
        return find_measure(measure_id, self.measures(), opened.questionnaire)

    def situation(self) -> Situation:
        """What is known beside the answers."""
        return situation_of(self.kept)

    def scale(self) -> Scale:
        """How many person-days an effort is here."""
        opened = self.opened
        population = None if opened is None else opened.assessment.municipality.population
        return Scale(population, self.kept.frame.neighbours)

    def recommendations(self) -> tuple[Recommendation, ...]:
        """What to do, bucket by bucket; worked out once per change."""
        if self._recommendations is None:
            opened = self.opened
            self._recommendations = (
                () if opened is None else recommend(opened, self.measures(), self.situation())
            )
        return self._recommendations

    def simulate(self, chosen: Collection[str]) -> Simulation | None:
        """What would be if some measures were done."""
        opened = self.opened
        if opened is None:
            return None
        return simulate(opened, chosen, self.measures(), self.situation())

    def before(self, chosen: Collection[str]) -> tuple[str, ...]:
        """What has to be done before some measures and is neither done nor among them."""
        opened = self.opened
        if opened is None:
            return ()
        return prerequisites_of(opened, chosen, self.measures(), self.situation())

    def find_way(
        self,
        wanted: Wanted,
        *,
        within: float | None = None,
        done: Callable[[Path], None],
        failed: Callable[[Exception], None],
    ) -> bool:
        """Look for the way with the least effort in the worker; see ``least_effort``.

        Args:
            wanted: The levels to reach, by item id.
            within: Person-days there are.
            done: Gets the way.
            failed: Gets the exception.

        Returns:
            Whether the search was begun; not if nothing is open.
        """
        opened = self.opened
        if opened is None:
            return False
        measures, situation = self.measures(), self.situation()
        work = partial(least_effort, opened, measures, situation, wanted, within=within)
        self._background.run(work, done=done, failed=failed)
        return True

    def save(self, *entries: KeptEntry) -> bool:
        """Keep entries as one step; false if that failed and was announced."""

        def change(workspace: Workspace, opened: OpenAssessment, now: datetime) -> OpenAssessment:
            return planning.save(workspace, opened, *entries, now=now)

        return self._session.keep(change)

    def new_id(self, *, own: bool = False) -> str:
        """A fresh id for an entry; see ``planning.new_id``."""
        return planning.new_id(own=own)

    def remove(self, entry: KeptEntry) -> bool:
        """Take an entry away; false if that failed and was announced."""

        def change(workspace: Workspace, opened: OpenAssessment, now: datetime) -> OpenAssessment:
            return planning.remove(workspace, opened, entry, now=now)

        return self._session.keep(change)

    def take_over(self, *measure_ids: str) -> bool:
        """Take measures over into the plan as one step; those that are there stay as they are.

        Each gets days after those it waits for, within what people can do.
        """
        opened, scale = self.opened, self.scale()
        if opened is None:
            return False
        found = (self.measure(one) for one in measure_ids if one not in self.kept.plan)
        new = [
            replace(
                planning.plan_entry(opened, one, days=scale.days_of(one.effort)),
                title=measure_name(one, opened.questionnaire, self._session.texts),
            )
            for one in found
            if one is not None
        ]
        dated = self._dated(*new)
        return self.save(*(dated.get(one.id, one) for one in new))

    def suggest_days(self) -> bool:
        """Give days to the entries of the plan that lack them, as one step; see ``scheduling``."""
        return self.save(*self._dated().values())

    def hide(self, measure_id: str, reason: str) -> bool:
        """Recommend a measure no more."""
        return self.save(HiddenMeasure(measure_id, reason))

    def show_again(self, measure_id: str) -> bool:
        """Recommend a hidden measure again."""
        hidden = self.kept.hidden.get(measure_id)
        return hidden is not None and self.remove(hidden)

    def newer_entries(self) -> tuple[KeptEntry, ...]:
        """What the round before has that is newer; to be offered."""
        nothing: tuple[KeptEntry, ...] = ()
        return self._session.look_up(planning.newer_entries, nothing)

    def carry_over(self) -> bool:
        """Take over what is newer in the round before."""
        return self._session.keep(planning.carry_over)

    def precheck(self) -> Precheck | None:
        """The questions of the pre-check; ``None`` if they cannot be read, which is announced."""
        language = self._session.texts.language
        return self._session.look_up(
            lambda workspace, _: current_precheck(workspace.library, language), None
        )

    def legal(self) -> LegalTable:
        """The legal table that counts here."""
        return self._session.legal()

    def previous_round(self) -> OpenAssessment | None:
        """The round before."""
        return self._session.previous_round()

    def _dated(self, *new: PlanEntry) -> dict[str, PlanEntry]:
        """New entries with days; without any, those of the plan that lack them."""
        found = suggest_days(
            {**self.kept.plan, **{one.id: one for one in new}},
            self.kept.frame,
            today=self.today(),
            buckets={one.measure.id: one.bucket for one in self.recommendations()},
            only={one.id for one in new} or None,
        )
        return {one.id: one for one in found}

    @Slot()
    def _on_changed(self) -> None:
        self._kept = self._recommendations = None
        self.changed.emit()
