from kiassess.content.library import Library
from kiassess.paths import bundled
from kiassess.workflow.knowledge import catalogue_for_export


def test_measures_come_from_the_questionnaire_of_the_assessment():
    found = catalogue_for_export(Library(bundled().questionnaires), "ki-readiness", "de")
    assert found.measures


def test_a_questionnaire_that_is_gone_or_broken_stops_no_export(tmp_path):
    folder = tmp_path / "own" / "1.0.0"
    folder.mkdir(parents=True)
    (folder / "structure.toml").write_text("[[item", encoding="utf-8")
    for name in ("own", "gone"):
        assert catalogue_for_export(Library(tmp_path), name, "de") is None
