"""Whatever is done in whatever order, the workspace says what a plain model says."""

import shutil
import tempfile
from copy import deepcopy
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from builders import NOON, make_answer
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from kept_entries import FIELD, FRAME, SYSTEM, keyed
from probe import FOLDER, PROBE

from kiassess.content.library import Library
from kiassess.domain.assessment import Answer, AnswerState, Facts, NewAssessment, Voice
from kiassess.domain.backups import BackupKind
from kiassess.domain.entry_tables import in_their_order, key_of
from kiassess.domain.history import StepKind, Subject
from kiassess.domain.kinds import Extent
from kiassess.domain.municipality import Municipality
from kiassess.domain.planning import PlanEntry
from kiassess.domain.voices import by_item, counted_answers, voice_key
from kiassess.store.journal import record
from kiassess.workflow import assessing, history, listing, planning, safekeeping, states
from kiassess.workflow.workspace import open_for_writing

ENTRIES = st.sampled_from(
    [PlanEntry("m.a", "A"), PlanEntry("m.a", "B", note="ä\n€"), FRAME, SYSTEM, FIELD]
)
ITEMS = ("room.kettle", "room.cups", "plants.pots")  # the last two may be “does not apply”
VALUES = st.sampled_from([0, 1, 2, 3, 4, "U", "N"])
FIRST = Facts(Extent.FULL, date(2026, 3, 2), None, None)


class Model:
    """What a workspace should say, without files: values, and two piles of earlier values."""

    def __init__(self):
        self.now = ({}, FIRST, {}, {})
        self.undo = []
        self.redo = []

    def change(self, answers=None, facts=None, voices=None, entries=None):
        own, before, said, kept = self.now
        kept = {key: one for key, one in (kept | (entries or {})).items() if one is not None}
        after = (own | (answers or {}), facts or before, said | (voices or {}), kept)
        self.undo.append(self.now)
        self.redo.clear()
        self.now = after


class AnyOrder(RuleBasedStateMachine):
    """The workspace beside the model."""

    @initialize()
    def begin(self):
        self.folder = Path(tempfile.mkdtemp())
        self.file = self.folder / "towns.db"
        shutil.copytree(FOLDER / PROBE / "1.0.0", self.folder / "installed" / PROBE / "1.0.0")
        self.library = Library(self.folder / "installed", FOLDER.parents[2] / "questionnaires")
        self.workspace = open_for_writing(self.file, self.library)
        self.clock = NOON
        self.model = Model()
        self.frozen = {}
        self.backups = []
        new = NewAssessment(Municipality("Musterstadt"), FIRST.round_date, questionnaire_id=PROBE)
        self.key = assessing.create(self.workspace, new, now=self.tick()).id

    def tick(self):
        """Two minutes later: typing that goes on would be one step."""
        self.clock += timedelta(minutes=2)
        return self.clock

    def opened(self):
        return assessing.load(self.workspace, self.key, "en")

    @rule(item=st.sampled_from(ITEMS[1:]), value=VALUES, note=st.sampled_from(["", "a", "ä\n€"]))
    def answer(self, item, value, note):
        given = make_answer(item, value, note=note)
        assessing.answer(self.workspace, self.opened(), given, now=self.tick())
        self.model.change({item: given})

    @rule(level=st.sampled_from([None, 0, 4]), items=st.sets(st.sampled_from(ITEMS), min_size=1))
    def set_targets(self, level, items):
        wanted = dict.fromkeys(items, level)
        assessing.set_targets(self.workspace, self.opened(), wanted, now=self.tick())
        own = {item: self.model.now[0].get(item) or Answer(item) for item in items}
        changed = {item: replace(one, target=level) for item, one in own.items()}
        changed = {item: one for item, one in changed.items() if one != own[item]}
        if changed:
            self.model.change(changed)

    @rule(
        who=st.sampled_from(["IT", "Frau Ö/2"]),
        said=st.dictionaries(st.sampled_from(ITEMS), VALUES, min_size=1),
    )
    def hear(self, who, said):
        at = self.tick()
        voices = {
            voice_key(item, who): Voice(who, make_answer(item, value), at, "office")
            for item, value in said.items()
        }
        after = {(Subject.VOICE, key): voice for key, voice in voices.items()}
        record(self.workspace.writing_db(), self.key, StepKind.IMPORT, after, now=at)
        self.model.change(voices=voices)

    @rule(entries=st.lists(ENTRIES, min_size=1, unique_by=key_of))
    def keep(self, entries):
        found = planning.save(self.workspace, self.opened(), *entries, now=self.tick())
        after = {
            key: one for key, one in keyed(*entries).items() if self.model.now[3].get(key) != one
        }
        if after:
            self.model.change(entries=after)
        assert found.entries == in_their_order(self.model.now[3].values())

    @precondition(lambda self: self.model.now[3])
    @rule(data=st.data())
    def take_away(self, data):
        key = data.draw(st.sampled_from(sorted(self.model.now[3])))
        entry = self.model.now[3][key]
        planning.remove(self.workspace, self.opened(), entry, now=self.tick())
        self.model.change(entries={key: None})

    @rule(population=st.sampled_from([None, 900, 90_000]))
    def change_facts(self, population):
        facts = Facts(Extent.FULL, FIRST.round_date, None, population)
        if facts != self.model.now[1]:
            self.model.change(facts=facts)
        assessing.change_facts(self.workspace, self.opened(), facts, now=self.tick())

    @rule()
    def undo(self):
        done = history.undo(self.workspace, self.key, now=self.tick())
        assert (done is not None) == bool(self.model.undo)
        if self.model.undo:
            self.model.redo.append(self.model.now)
            self.model.now = self.model.undo.pop()

    @rule()
    def redo(self):
        done = history.redo(self.workspace, self.key, now=self.tick())
        assert (done is not None) == bool(self.model.redo)
        if self.model.redo:
            self.model.undo.append(self.model.now)
            self.model.now = self.model.redo.pop()

    @rule()
    def restart(self):
        self.workspace.close()
        self.workspace = open_for_writing(self.file, self.library)

    @rule(number=st.integers(0, 3))
    def freeze(self, number):
        name = f"Stand {number}"
        if name not in self.frozen:
            states.freeze(self.workspace, self.opened(), name, now=self.tick())
            self.frozen[name] = deepcopy(self.model.now)

    @rule()
    def back_up(self):
        made = safekeeping.back_up(self.workspace, BackupKind.MANUAL, now=self.tick())
        self.backups.append((made, deepcopy(self.model), dict(self.frozen)))
        del self.backups[:-5]

    @precondition(lambda self: self.backups)
    @rule(data=st.data())
    def restore(self, data):
        made, model, frozen = data.draw(st.sampled_from(self.backups))
        before = safekeeping.restore(self.workspace, made, now=self.tick())
        self.backups.append((before, self.model, self.frozen))
        del self.backups[:-5]
        self.model, self.frozen = deepcopy(model), dict(frozen)

    @invariant()
    def says_the_same(self):
        if not hasattr(self, "key"):
            return
        opened = self.opened()
        answers, facts, said, kept = self.model.now
        assert opened.entries == in_their_order(kept.values())
        assert dict(opened.answers) == counted_answers(answers, by_item(said))
        assert opened.voices == by_item(said)
        assert opened.agreed == {item for item, one in answers.items() if one.touched}
        assert opened.assessment.facts == facts
        (listed,) = listing.list_all(self.workspace)
        assert listed.progress == opened.progress()
        next_undo, next_redo = history.next_steps(self.workspace, self.key)
        assert (next_undo is not None, next_redo is not None) == (
            bool(self.model.undo), bool(self.model.redo)
        )  # fmt: skip
        for name, (own, then, heard, planned) in self.frozen.items():
            found = states.open_state(self.workspace, self.key, name, "en").opened
            counted = counted_answers(own, by_item(heard))
            assert (dict(found.answers), found.assessment.facts) == (counted, then)
            assert found.voices == by_item(heard)
            assert found.entries == in_their_order(planned.values())
        assert all(answer.state in AnswerState for answer in answers.values())

    def teardown(self):
        self.workspace.close()
        shutil.rmtree(self.folder)


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
