"""Exchange files from the window, with names and without."""

import pytest
from PySide6.QtWidgets import QFileDialog

from kiassess.domain.assessment import Answer, AnswerState
from kiassess.exchange.exchange_file import read_package

from .conftest import TOWN

ITEM = "data.access"


@pytest.fixture
def save_as(window, town_session, monkeypatch, wait_for_worker):
    """Save under a name and as one of the kinds offered, by its number."""
    town_session.save(Answer(ITEM, AnswerState.ANSWERED, 3, note="Frau Müller weiß es"))

    def saved(action, target, kind):
        offered = []

        def choose(_parent, _title, suggested, formats):
            offered.append((suggested, formats))
            return str(target), formats.split(";;")[kind]

        monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
        action.trigger()
        wait_for_worker(window)
        return offered[0]

    return saved


def read(file):
    return read_package(file.read_bytes(), file.name)


def test_all_there_is_goes_into_an_exchange_file(save_as, window, tmp_path, said):
    target = tmp_path / "Stadt.kiassess"
    suggested, _ = save_as(window.menus.export_exchange, target, 0)
    assert suggested.endswith(".kiassess")
    package = read(target)
    assert package.assessment.municipality.name == TOWN.name
    assert package.answers[ITEM].note == "Frau Müller weiß es"
    assert "Stadt.kiassess" in said[-1]


def test_without_names_it_says_what_is_left_in(save_as, window, tmp_path, said, texts):
    target = tmp_path / "Ohne.kiassess"
    save_as(window.menus.export_exchange, target, 1)
    content = target.read_text(encoding="utf-8")
    assert "Müller" not in content
    assert "Musterbach" not in content
    assert read(target).answers[ITEM].level == 3
    assert texts("import.left_in") in said[-1]
    assert texts("import.left_out") in said[-1]


def test_the_name_of_a_file_without_names_tells_none_either(save_as, window, tmp_path, said):
    save_as(window.menus.export_exchange, tmp_path / "kiassess Bad Musterbach.kiassess", 1)
    (file,) = tmp_path.glob("*.kiassess")
    assert "Musterbach" not in file.name
    assert file.name in said[-1]


@pytest.mark.parametrize(("kind", "nameless"), [(-2, False), (-1, True)])
def test_it_is_offered_with_the_results(save_as, window, tmp_path, kind, nameless):
    save_as(window.menus.export, tmp_path / "Ergebnis.xlsx", kind)
    (file,) = tmp_path.glob("*.kiassess")
    assert file.name == "Ergebnis.kiassess"
    assert (read(file).assessment.municipality.name == TOWN.name) is not nameless


def test_of_a_state_only_results_are_handed_out(save_as, window, archive, tmp_path):
    assert archive.freeze("Beschluss") is not None
    assert archive.show_state("Beschluss")
    _, formats = save_as(window.menus.export, tmp_path / "Ergebnis.csv", 2)
    assert "kiassess" not in formats
    assert (tmp_path / "Ergebnis.csv").exists()
