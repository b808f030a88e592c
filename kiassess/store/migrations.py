"""The schema of a workspace: append-only, forward-only migrations in SQL."""

from typing import TYPE_CHECKING

from kiassess.store.format import APPLICATION_ID
from kiassess.store.sqlite import load_sqlite_utils

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

migrations: "Migrations" = load_sqlite_utils().Migrations("kiassess")


@migrations()
def m0001_initial(db: "Database") -> None:
    """Create the first schema and mark the file as ours, in one transaction."""
    db.executescript(f"""
        PRAGMA application_id = {APPLICATION_ID};

        CREATE TABLE questionnaire (
            id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used again: readers remember it
            catalogue TEXT NOT NULL,
            version TEXT NOT NULL,
            content TEXT NOT NULL UNIQUE  -- the edition as answered, canonical JSON
        ) STRICT;

        CREATE TABLE municipality (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL CHECK (name <> ''),
            type TEXT NOT NULL,
            key TEXT NOT NULL,  -- AGS or association key; text, and not stable over the years
            state TEXT NOT NULL,
            district TEXT NOT NULL,
            designation TEXT NOT NULL,
            territory_date TEXT NOT NULL,
            UNIQUE (name, type, key, state, district, designation, territory_date)
        ) STRICT;

        CREATE TABLE assessment (
            id TEXT PRIMARY KEY,
            municipality_id INTEGER NOT NULL REFERENCES municipality(id) ON DELETE RESTRICT,
            questionnaire_id INTEGER NOT NULL REFERENCES questionnaire(id) ON DELETE RESTRICT,
            extent TEXT NOT NULL,
            round_date TEXT NOT NULL,
            population INTEGER CHECK (population >= 0),  -- as of this round
            ai_in_use TEXT,
            is_example INTEGER NOT NULL CHECK (is_example IN (0, 1)),
            created_at TEXT NOT NULL,
            changed_at TEXT NOT NULL
        ) STRICT;

        CREATE TABLE answer (
            assessment_id TEXT NOT NULL REFERENCES assessment(id) ON DELETE CASCADE,
            item_id TEXT NOT NULL,
            state TEXT NOT NULL,
            level INTEGER CHECK (level BETWEEN 0 AND 4),
            reason TEXT NOT NULL,
            note TEXT NOT NULL,
            evidence_type TEXT,
            evidence_pointer TEXT NOT NULL,
            evidence_date TEXT,
            target INTEGER CHECK (target BETWEEN 0 AND 4),
            delivery TEXT,
            confidence TEXT,
            responsible TEXT NOT NULL,
            changed_at TEXT NOT NULL,
            PRIMARY KEY (assessment_id, item_id),
            CHECK ((state = 'answered') = (level IS NOT NULL))
        ) STRICT, WITHOUT ROWID;

        -- Every change of an answer, for ever. It goes only together with its assessment.
        CREATE TABLE journal (
            id INTEGER PRIMARY KEY,
            assessment_id TEXT NOT NULL REFERENCES assessment(id) ON DELETE CASCADE,
            item_id TEXT NOT NULL,
            changed_at TEXT NOT NULL,
            before TEXT,  -- the answer as JSON; NULL when there was none
            after TEXT NOT NULL
        ) STRICT;
        CREATE INDEX journal_by_item ON journal (assessment_id, item_id);
        CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER journal_goes_only_with_its_assessment BEFORE DELETE ON journal
        WHEN EXISTS (SELECT 1 FROM assessment WHERE id = OLD.assessment_id)
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    """)


@migrations()
def m0002_steps(db: "Database") -> None:
    """Keep in the journal what can be taken back: steps, facts, questionnaires and who it was.

    Add what several respondents say; frozen states and, for them, the legal tables of their days.
    What an assessment was ever answered with stays as long as it does.
    """
    db.executescript("""
        PRAGMA user_version = 2;

        CREATE TABLE questionnaire_use (
            assessment_id TEXT NOT NULL REFERENCES assessment(id) ON DELETE CASCADE,
            questionnaire_id INTEGER NOT NULL REFERENCES questionnaire(id) ON DELETE RESTRICT,
            PRIMARY KEY (assessment_id, questionnaire_id)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO questionnaire_use SELECT id, questionnaire_id FROM assessment;

        CREATE TABLE legal_table (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            content TEXT NOT NULL UNIQUE  -- the text of its file
        ) STRICT;

        -- What is frozen never changes. It goes only together with its assessment.
        CREATE TABLE frozen_state (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            assessment_id TEXT NOT NULL REFERENCES assessment(id) ON DELETE CASCADE,
            questionnaire_id INTEGER NOT NULL REFERENCES questionnaire(id) ON DELETE RESTRICT,
            legal_table_id INTEGER NOT NULL REFERENCES legal_table(id) ON DELETE RESTRICT,
            name TEXT NOT NULL CHECK (name <> ''),
            frozen_at TEXT NOT NULL,
            who TEXT NOT NULL,
            content TEXT NOT NULL,  -- assessment and answers as canonical JSON
            UNIQUE (assessment_id, name)
        ) STRICT;
        CREATE TRIGGER frozen_state_is_never_changed BEFORE UPDATE ON frozen_state
        BEGIN SELECT RAISE(ABORT, 'a frozen state never changes'); END;
        CREATE TRIGGER frozen_state_goes_only_with_its_assessment BEFORE DELETE ON frozen_state
        WHEN EXISTS (SELECT 1 FROM assessment WHERE id = OLD.assessment_id)
        BEGIN SELECT RAISE(ABORT, 'a frozen state never changes'); END;

        -- What each of several respondents says.
        CREATE TABLE voice (
            assessment_id TEXT NOT NULL REFERENCES assessment(id) ON DELETE CASCADE,
            item_id TEXT NOT NULL,
            respondent TEXT NOT NULL CHECK (respondent <> ''),
            role_id TEXT NOT NULL,  -- empty if nobody said
            given_at TEXT NOT NULL,
            content TEXT NOT NULL,  -- the answer as JSON
            PRIMARY KEY (assessment_id, item_id, respondent)
        ) STRICT, WITHOUT ROWID;

        DROP TRIGGER journal_is_never_changed;
        DROP TRIGGER journal_goes_only_with_its_assessment;
        DROP INDEX journal_by_item;
        ALTER TABLE journal RENAME TO journal_of_answers;

        -- Every change, for ever. It goes only together with its assessment.
        CREATE TABLE journal (
            assessment_id TEXT NOT NULL REFERENCES assessment(id) ON DELETE CASCADE,
            step INTEGER NOT NULL CHECK (step > 0),  -- 1, 2, 3 … of the assessment
            subject TEXT NOT NULL,  -- what is changed: answer, voice, facts, questionnaire
            item_id TEXT NOT NULL,  -- of an answer; of a voice item/respondent; else empty
            kind TEXT NOT NULL,  -- what was done; the same in all rows of a step
            changed_at TEXT NOT NULL,
            who TEXT NOT NULL,
            undoes INTEGER,  -- the first step of those taken back or done again
            joins INTEGER NOT NULL CHECK (joins IN (0, 1)),  -- goes on with the step before
            before TEXT,  -- JSON; NULL when there was nothing
            after TEXT,
            PRIMARY KEY (assessment_id, step, subject, item_id),
            CHECK ((kind IN ('undo', 'redo')) = (undoes IS NOT NULL))
        ) STRICT, WITHOUT ROWID;
        INSERT INTO journal
            SELECT assessment_id, row_number() OVER (PARTITION BY assessment_id ORDER BY id),
                   'answer', item_id, 'answer', changed_at, '', NULL, 0, before, after
            FROM journal_of_answers;
        DROP TABLE journal_of_answers;
        CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
        CREATE TRIGGER journal_goes_only_with_its_assessment BEFORE DELETE ON journal
        WHEN EXISTS (SELECT 1 FROM assessment WHERE id = OLD.assessment_id)
        BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    """)


@migrations()
def m0003_comparing(db: "Database") -> None:
    """Keep what comparing thousands of assessments needs, and the selections somebody has named."""
    db.executescript("""
        PRAGMA user_version = 3;

        -- What every assessment answers, a byte an item; missing whenever it would have to be
        -- renewed. It follows from the answers: losing it loses nothing.
        CREATE TABLE kept_levels (
            assessment_id TEXT PRIMARY KEY REFERENCES assessment(id) ON DELETE CASCADE,
            levels BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER levels_end_with_a_new_answer AFTER INSERT ON answer
        BEGIN DELETE FROM kept_levels WHERE assessment_id = NEW.assessment_id; END;
        CREATE TRIGGER levels_end_with_another_answer AFTER UPDATE ON answer
        BEGIN DELETE FROM kept_levels
            WHERE assessment_id IN (OLD.assessment_id, NEW.assessment_id); END;
        CREATE TRIGGER levels_end_without_an_answer AFTER DELETE ON answer
        BEGIN DELETE FROM kept_levels WHERE assessment_id = OLD.assessment_id; END;
        CREATE TRIGGER levels_end_with_a_new_voice AFTER INSERT ON voice
        BEGIN DELETE FROM kept_levels WHERE assessment_id = NEW.assessment_id; END;
        CREATE TRIGGER levels_end_with_another_voice AFTER UPDATE ON voice
        BEGIN DELETE FROM kept_levels
            WHERE assessment_id IN (OLD.assessment_id, NEW.assessment_id); END;
        CREATE TRIGGER levels_end_without_a_voice AFTER DELETE ON voice
        BEGIN DELETE FROM kept_levels WHERE assessment_id = OLD.assessment_id; END;
        CREATE TRIGGER levels_end_with_another_questionnaire
        AFTER UPDATE OF questionnaire_id ON assessment
        BEGIN DELETE FROM kept_levels WHERE assessment_id = NEW.id; END;

        CREATE TABLE saved_selection (
            name TEXT PRIMARY KEY CHECK (name <> ''),
            content TEXT NOT NULL  -- what an assessment must be like to be chosen, as JSON
        ) STRICT, WITHOUT ROWID;
    """)


@migrations()
def m0004_entries(db: "Database") -> None:
    """Keep what a municipality has beside its answers: plan, own measures, register, use cases."""
    db.executescript("""
        PRAGMA user_version = 4;

        CREATE TABLE entry (
            assessment_id TEXT NOT NULL REFERENCES assessment(id) ON DELETE CASCADE,
            kind TEXT NOT NULL,  -- plan, measure, hidden, system, field, use_case, frame
            entry_id TEXT NOT NULL CHECK (entry_id <> ''),
            changed_at TEXT NOT NULL,
            content TEXT NOT NULL,  -- the entry as JSON
            PRIMARY KEY (assessment_id, kind, entry_id)
        ) STRICT, WITHOUT ROWID;
    """)
