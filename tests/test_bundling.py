"""What is made of a bundle: archives, sums, the package for Debian, the installer's script."""

import hashlib
import importlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kiassess.paths import PORTABLE_MARKER

ROOT = Path(__file__).parents[1]
PACKAGING = ROOT / "resources" / "packaging"


@pytest.fixture(scope="module")
def bundling():
    """The modules of ``.ci/bundling``, by their names."""
    sys.path.insert(0, str(ROOT / ".ci"))
    try:
        names = ("archives", "debian", "icons", "notices", "shiboken", "trimming", "windows")
        yield {name: importlib.import_module(f"bundling.{name}") for name in names}
    finally:
        sys.path.remove(str(ROOT / ".ci"))


@pytest.fixture
def bundle(tmp_path):
    """A folder that looks like a bundle."""
    folder = tmp_path / "kiassess"
    (folder / "_internal" / "Ämter").mkdir(parents=True)
    shutil.copy("/bin/true" if Path("/bin/true").exists() else sys.executable, folder / "kiassess")
    (folder / "_internal" / "Ämter" / "a b.txt").write_text("data", encoding="utf-8")
    for name in ("LICENSE", "THIRD-PARTY-NOTICES.txt", "sbom.cdx.json"):
        (folder / name).write_text(f"{name}\n", encoding="utf-8")
    return folder


def test_a_portable_archive_carries_the_marker_that_the_program_looks_for(
    bundling, bundle, tmp_path
):
    target = tmp_path / "portable.zip"
    marker = PACKAGING / "windows" / "portable.txt"
    bundling["archives"].write_portable(bundle, target, "kiassess-1.2.3", marker)
    names = zipfile.ZipFile(target).namelist()
    assert f"kiassess-1.2.3/{PORTABLE_MARKER}" in names
    assert "kiassess-1.2.3/_internal/Ämter/a b.txt" in names


def test_an_archive_of_the_same_bundle_has_the_same_bytes(bundling, bundle, tmp_path):
    write = bundling["archives"].write_tar
    write(bundle, tmp_path / "one.tar.xz", "kiassess-1.2.3", 1_700_000_000)
    (bundle / "LICENSE").touch()
    write(bundle, tmp_path / "two.tar.xz", "kiassess-1.2.3", 1_700_000_000)
    assert (tmp_path / "one.tar.xz").read_bytes() == (tmp_path / "two.tar.xz").read_bytes()
    with tarfile.open(tmp_path / "one.tar.xz") as tar:
        modes = {member.name: member.mode for member in tar}
    assert PORTABLE_MARKER not in {Path(name).name for name in modes}
    assert modes["kiassess-1.2.3/kiassess"] == 0o755
    assert modes["kiassess-1.2.3/LICENSE"] == 0o644


def test_sums_are_those_of_the_files(bundling, tmp_path):
    (tmp_path / "b.zip").write_bytes(b"b")
    (tmp_path / "a.deb").write_bytes(b"a")
    sums = bundling["archives"].write_sums(tmp_path, [tmp_path / "b.zip", tmp_path / "a.deb"])
    expected = [f"{hashlib.sha256(name[:1].encode()).hexdigest()}  {name}"
                for name in ("a.deb", "b.zip")]  # fmt: skip
    assert sums.read_text(encoding="utf-8").splitlines() == expected


@pytest.mark.parametrize(
    ("path", "stays"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/plugins/networkinformation/libqglib.so", False),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt/lib/libQt6Network.so.6", False),
        ("PySide6/Qt6Network.dll", False),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", False),
        ("libcups.so.2", False),
        ("kiassess/resources/i18n/kiassess_de.qm", True),
        ("matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf", True),
    ],
)
def test_what_stays_in_a_bundle(bundling, path, stays):
    assert bundling["trimming"].is_wanted((path, "", "BINARY")) is stays


def test_notice_and_list_name_what_a_file_belongs_to(bundling):
    import click
    import openpyxl

    notices = bundling["notices"]
    licences = PACKAGING / "licences"
    parts = notices.components([click.__file__, openpyxl.__file__], licences)
    assert {"Python", "click", "openpyxl"} <= {part.name for part in parts}
    text = notices.notice(parts)
    assert "Permission is hereby granted, free of charge" in text
    listed = json.loads(notices.bill_of_materials(parts, "1.2.3"))
    assert listed["bomFormat"] == "CycloneDX"
    refs = {part["bom-ref"] for part in listed["components"]}
    assert refs == set(listed["dependencies"][0]["dependsOn"])


def test_the_uninstaller_removes_what_was_installed_and_nothing_else(bundling, bundle):
    lines = bundling["windows"].removals(bundle).splitlines()
    deleted = {line for line in lines if line.startswith("Delete ")}
    assert 'Delete "$INSTDIR\\_internal\\Ämter\\a b.txt"' in deleted
    assert len(deleted) == len(bundling["archives"].files_of(bundle))
    folders = [line for line in lines if line.startswith("RMDir ")]
    assert folders == ['RMDir "$INSTDIR\\_internal\\Ämter"', 'RMDir "$INSTDIR\\_internal"']
    assert not any("/r" in line or "*" in line for line in lines)


def test_the_script_of_the_installer_compiles(bundling, companion, tmp_path):
    companion("makensis")
    folder, target = tmp_path / "Ämter und Büros", tmp_path / "kiassess-setup.exe"
    bundling["windows"].write_stand_in(folder)
    bundling["icons"].write_icons(ROOT / "resources" / "icons" / "kiassess.svg", tmp_path)
    bundling["windows"].write_installer(folder, target, root=ROOT, work=tmp_path, version="1.2.3")
    assert target.read_bytes()[:2] == b"MZ"


def test_the_installer_needs_no_administrator_and_keeps_the_data():
    script = (PACKAGING / "windows" / "installer.nsi").read_text(encoding="utf-8")
    code = re.sub(r"^\s*;.*$", "", script, flags=re.MULTILINE)
    assert "RequestExecutionLevel user" in code
    assert "HKLM" not in code
    assert "RMDir /r" not in code
    assert not re.search(r"^\s*(Delete|RMDir)\b.*\$\{DATA\}", code, re.MULTILINE)
    boxes = re.findall(r"^\s*MessageBox .*$", code, re.MULTILINE)
    assert boxes
    assert all("/SD " in box for box in boxes)  # silent means silent


@pytest.mark.skipif(sys.platform != "linux", reason="a package for Linux")
def test_what_a_library_brought_along_reads_of_the_system_is_asked_for(bundling, tmp_path):
    (tmp_path / "libfontconfig.so.1").write_bytes(Path(sys.executable).resolve().read_bytes())
    assert "fontconfig-config" in bundling["debian"].dependencies(tmp_path)
    (tmp_path / "libfontconfig.so.1").rename(tmp_path / "libother.so.1")
    assert "fontconfig-config" not in bundling["debian"].dependencies(tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="a package for Linux")
def test_the_package_for_debian_passes_its_checkers(bundling, bundle, companion, tmp_path):
    work, target = tmp_path / "work" / "deb", tmp_path / "kiassess_1.2.3_amd64.deb"
    companion("dpkg-deb")
    bundling["icons"].write_icons(ROOT / "resources" / "icons" / "kiassess.svg", work.parent)
    bundling["debian"].write_package(
        bundle, target, root=ROOT, work=work, version="1.2.3", day="2026-11-22"
    )
    share = work / "usr" / "share"
    for command in (
        [companion("lintian"), "--fail-on", "error,warning", "--allow-root", "--suppress-tags",
         "mismatched-override,unused-override", str(target)],
        [companion("desktop-file-validate"), str(share / "applications" / "kiassess.desktop")],
        [companion("appstreamcli"), "validate", "--no-net",
         str(share / "metainfo" / "org.kiassess.kiassess.metainfo.xml")],
    ):  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_a_double_click_names_the_file_on_every_system():
    desktop = (PACKAGING / "linux" / "kiassess.desktop").read_text(encoding="utf-8")
    assert "Exec=kiassess %F\n" in desktop
    assert "MimeType=application/vnd.kiassess+json;" in desktop
    script = (PACKAGING / "windows" / "installer.nsi").read_text(encoding="utf-8")
    assert '\'"$INSTDIR\\${PROGRAM}" "%1"\'' in script
    spec = (ROOT / "build_installer.spec").read_text(encoding="utf-8")
    assert '"public.filename-extension": ["kiassess"]' in spec


def test_the_program_for_windows_is_sharp_and_knows_long_paths():
    manifest = ET.parse(PACKAGING / "windows" / "kiassess.manifest")
    told = {node.tag.partition("}")[2]: node.text for node in manifest.iter()}
    assert told["dpiAwareness"] == "PerMonitorV2"
    assert told["longPathAware"] == "true"
    levels = [node.get("level") for node in manifest.iter() if node.get("level")]
    assert levels == ["asInvoker"]


def test_what_pyside_compiles_at_each_start_is_compiled_beforehand(bundling, tmp_path):
    entries = bundling["shiboken"].support_files(tmp_path)
    places = {place for place, _, _ in entries}
    assert "shiboken6/files.dir/shibokensupport/signature/loader.pyc" in places
    assert all(Path(source).is_file() for _, source, _ in entries)
    # Without the sources beside them, as in the bundle, Python still takes them.
    folder = tmp_path / "alone"
    for place, source, _ in entries:
        target = folder / Path(place).relative_to("shiboken6/files.dir")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    script = "import shibokensupport.feature as found; print(found.__file__)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert Path(done.stdout.strip()) == folder / "shibokensupport" / "feature.pyc"


def test_no_step_of_the_recipe_needs_tools_that_windows_lacks(bundling, monkeypatch, tmp_path):
    trimming = bundling["trimming"]
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("PATH", "")
    entries = [("PySide6/Qt6Core.dll", "nowhere", "BINARY"), ("ssl.dll", "nowhere", "BINARY")]
    assert trimming.trimmed(entries) == entries
    trimming.slim(tmp_path)
    assert bundling["notices"]._of_debian(["C:/libfoo.so"]) == []


def test_the_bundle_carries_what_the_wheel_carries():
    spec = (ROOT / "build_installer.spec").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    carried = project["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]
    assert 'WHEEL["only-include"]' in spec
    assert "resources/packaging" not in carried
    assert {"questionnaires", "resources/texts", "resources/exchange-1.schema.json"} <= set(carried)
