"""The language of the window: Qt's own translation and ours."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

TERRITORIES = {
    "de": QLocale(QLocale.Language.German, QLocale.Country.Germany),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def install_translation(
    application: QCoreApplication, folder: Path, language: str
) -> list[QTranslator]:
    """Let the window speak a language; widgets made before stay as they are.

    Args:
        application: The running application.
        folder: Where ``kiassess_<language>.qm`` lies.
        language: ``"de"`` or ``"en"``.

    Returns:
        What ``remove_translation`` takes back.
    """
    installed = []
    QLocale.setDefault(TERRITORIES[language])
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, place in ((f"qtbase_{language}", qt_folder), (f"kiassess_{language}", str(folder))):
        translator = QTranslator(application)
        if translator.load(name, place):
            application.installTranslator(translator)
            installed.append(translator)
    return installed


def remove_translation(application: QCoreApplication, installed: list[QTranslator]) -> None:
    """Let windows made from now on speak the source language again."""
    for translator in installed:
        application.removeTranslator(translator)
