"""The import directions and what stays in its room, checked on every run.

A row says what the modules of a room, or one module, may import beside their own room: rooms and
modules of ours without ``kiassess.``, and packages of others. The longest row that fits counts.
A new room gets a row here before its first module.
"""

import ast
import sys
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "kiassess"

EVERYTHING = frozenset({"*"})
PAGES = frozenset({
    "domain", "charts", "wording", "content.municipalities", "ui.widgets", "ui.models",
    "ui.session", "ui.background", "ui.theme", "ui.icons", "ui.settings", "ui.chart_work",
    "ui.images", "ui.planning", "ui.field_work",
    "PySide6",
})  # fmt: skip
SHELL = PAGES | {"ui", "paths"}  # what holds the window together

ROWS: dict[str, frozenset[str] | set[str]] = {
    "": set(),  # the version, and what every room may use
    "paths": set(),
    "domain": set(),
    "wording": {"domain"},
    "content": {"domain"},
    "store": {"domain", "sqlite3", "sqlite_utils"},
    "charts": {"domain", "wording", "matplotlib"},
    "exchange": {"domain", "charts", "wording", "openpyxl", "python_calamine", "xlsxwriter"},
    "solving": {"domain", "highspy"},
    "workflow": {"domain", "content", "store", "exchange", "charts", "wording", "solving"},
    "cli": {"domain", "workflow", "wording", "paths", "content", "click"},
    "cli.window": {"cli", "domain", "wording", "app", "selftest", "click"},
    "ui": {"PySide6.QtCore"},
    "ui.widgets": {"PySide6"},
    "ui.models": {"domain", "wording", "charts.words", "PySide6"},
    "ui.pages": PAGES,
    "ui.dialogs": PAGES,
    "ui.dialogs.about": PAGES | {"paths", "ui.system"},
    "ui.dialogs.crash": PAGES | {"paths"},
    "ui.session": {"domain", "workflow", "wording", "paths", "ui.undoing", "PySide6.QtCore"},
    "ui.undoing": {"domain", "workflow", "PySide6.QtCore"},
    "ui.undo_actions": SHELL - {"paths"},
    "ui.application": {"PySide6"},
    "ui.arriving": {"PySide6"},
    "ui.archive": {"domain", "workflow", "ui.session", "PySide6.QtCore"},
    "ui.background": {"PySide6"},
    "ui.chart_work": {"domain", "wording", "charts"},
    "ui.desk": {
        "ui.printing",
        "domain",
        "wording",
        "ui.background",
        "ui.messages",
        "ui.session",
        "ui.settings",
        "PySide6",
    },
    "ui.export_work": {
        "ui.chart_work",
        "domain",
        "wording",
        "charts",
        "content.themes",
        "workflow",
        "paths",
    },
    "ui.exporter": PAGES | {"ui.desk", "ui.export_work", "ui.messages"},
    "ui.field_work": {
        "domain",
        "wording",
        "charts",
        "content.themes",
        "workflow",
        "paths",
        "ui.chart_work",
        "ui.export_work",
    },
    "ui.handing_on": SHELL - {"paths"},
    "ui.handing_out": SHELL - {"paths"},
    "ui.import_work": {"domain", "wording", "workflow"},
    "ui.importing": (SHELL - {"paths"}) | {"workflow.workspace"},
    "ui.comparing": (SHELL - {"paths"}) | {"workflow.workspace"},
    "ui.comparison_choosing": (SHELL - {"paths"}) | {"workflow.selections", "workflow.workspace"},
    "ui.comparison_export": (SHELL - {"paths"}) | {"workflow.comparing", "workflow.workspace"},
    "ui.comparison_work": {
        "domain",
        "wording",
        "content.library",
        "content.themes",
        "workflow",
        "paths",
    },
    "ui.icons": {"content.themes", "PySide6"},
    "ui.images": {"ui.chart_work", "PySide6.QtGui"},
    "ui.instance": {"PySide6.QtCore"},
    "ui.measures_desk": SHELL - {"paths"},
    "ui.menus": {"ui.settings", "PySide6"},
    "ui.menu_wiring": {"ui.menus", "ui.page_stack", "ui.session"},
    "ui.messages": {"domain", "wording", "PySide6"},
    "ui.news": {"ui.settings"},
    "ui.navigation": {"domain", "wording", "ui.widgets", "PySide6"},
    "ui.paper_layout": {"PySide6"},
    "ui.plan_desk": SHELL - {"paths"},
    "ui.planning": {
        "domain",
        "wording",
        "workflow",
        "ui.session",
        "ui.background",
        "PySide6.QtCore",
    },
    "ui.printing": {"exchange.writing", "wording", "ui.paper_layout", "PySide6"},
    "ui.printouts": SHELL - {"paths"},
    "ui.settings": {"PySide6.QtCore"},
    "ui.system": set(),
    "ui.theme": {"content", "charts.looks", "ui.settings", "PySide6"},
    "ui.translation": {"PySide6.QtCore"},
    "ui.pack_work": {"domain", "wording", "workflow"},
    "ui.dropping": {"ui.widgets", "PySide6"},
    "ui.page_stack": SHELL,
    "ui.recommending_desk": SHELL - {"paths"},
    "ui.records": SHELL - {"paths"},
    "ui.register_desk": SHELL - {"paths"},
    "ui.register_papers": SHELL - {"paths"},
    "ui.safekeeping": SHELL - {"paths"},
    "ui.warming": SHELL,
    "ui.what_if_desk": SHELL - {"paths"},
    "ui.workshop": SHELL - {"paths"},
    "ui.services": SHELL | {"workflow.workspace"},
    "ui.notices": {"ui.widgets", "PySide6"},
    "ui.commands": SHELL | {"workflow.own_questionnaires"},
    "ui.main_window": SHELL | {"workflow.workspace"},
    "app": EVERYTHING,
    "selftest": EVERYTHING,
    "__main__": {"app", "charts.surroundings", "cli", "exchange.workbook_child", "paths"},
}

FOR_ALL = {"", "marks", "plain_toml", "typing_extensions"}
WATCHED = {"sqlite3"}  # standard library, but in one room only

# What the domain may use of the standard library: nothing that knows files, the clock, chance,
# or where it runs.
PURE = {
    "collections", "dataclasses", "datetime", "decimal", "difflib", "enum", "functools",
    "itertools", "math", "re", "typing", "unicodedata",
}  # fmt: skip


def name_of(path):
    """``ui.theme`` for ``kiassess/ui/theme.py``, ``ui`` for its ``__init__``."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


TREES = {
    name_of(path): ast.parse(path.read_text(encoding="utf-8"), str(path))
    for path in sorted(PACKAGE.rglob("*.py"))
}


def imports(module):
    """What a module imports, wherever it says so; ours without ``kiassess.``."""
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} has a relative import"
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            # A module or a name in one: what is no file of ours belongs to what it stands in.
            names = [
                name if name.removeprefix("kiassess.") in TREES else node.module for name in inner
            ]
        else:
            continue
        for name in names:
            yield "" if name == "kiassess" else name.removeprefix("kiassess.")


def row_of(module):
    """The key of the longest row that fits."""
    return max((row for row in ROWS if within(module, row)), key=len)


def within(module, room):
    return module == room or module.startswith(f"{room}.") or (not room and "." not in module)


def is_ours(name):
    return name in TREES


def is_watched(name):
    top = name.partition(".")[0]
    return is_ours(name) or top in WATCHED or top not in sys.stdlib_module_names


def may_import(module, name):
    row = row_of(module)
    allowed = ROWS[row] | FOR_ALL
    if ROWS[row] is EVERYTHING or name in FOR_ALL or (row and within(name, row)):
        return True
    return any(room and within(name, room) for room in allowed)


def test_every_module_imports_only_what_its_row_allows():
    forbidden = {
        f"{module} imports {name}"
        for module in TREES
        for name in imports(module)
        if is_watched(name) and not may_import(module, name)
    }
    assert forbidden == set()


def test_every_module_has_a_row_of_its_own():
    # The row "" is for the package itself only, "ui" for its ``__init__``.
    homeless = {module for module in TREES if row_of(module) in {"", "ui"}}
    assert homeless <= FOR_ALL | {"ui"}


def test_every_row_has_a_module():
    assert {row for row in ROWS if not any(within(module, row) for module in TREES)} == set()


def test_no_module_imports_itself_in_a_circle():
    graph = {
        module: {name for name in imports(module) if is_ours(name) and name != module}
        for module in TREES
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(reversed(error.args[1])))


def test_rooms_form_no_circle():
    def room(module):
        return module.partition(".")[0]

    graph = {}
    for module in TREES:
        rooms = {room(name) for name in imports(module) if is_ours(name)}
        graph.setdefault(room(module), set()).update(rooms - {room(module)})
    assert list(TopologicalSorter(graph).static_order())


def test_the_domain_is_pure():
    impure = {
        f"{module} imports {name}"
        for module in TREES
        if within(module, "domain")
        for name in imports(module)
        if not is_ours(name) and name.partition(".")[0] not in PURE | FOR_ALL
    }
    assert impure == set()


def uses(kind, found):
    """``module:line`` of every node of a kind for which ``found`` holds."""
    return {
        f"{module}:{node.lineno}"
        for module, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, kind) and found(module, node)
    }


def reached_from(module):
    """All modules of ours that a module imports, directly or not, and itself."""
    found, waiting = set(), [module]
    while waiting:
        name = waiting.pop()
        if name in TREES and name not in found:
            found.add(name)
            waiting += imports(name)
    return found


def test_what_runs_in_the_worker_never_meets_qt():
    # A class of Qt made in another thread ends the process sooner or later.
    works = [module for module in TREES if module.startswith("ui.") and module.endswith("_work")]
    assert len(works) > 4
    for work in works:
        for module in reached_from(work):
            assert not any(name.startswith("PySide6") for name in imports(module)), (work, module)


CLOCKS = {"now", "today", "utcnow", "fromtimestamp"}


def test_the_domain_has_no_clock_and_touches_no_file():
    def impure(module, node):
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        return within(module, "domain") and name in CLOCKS | {"open", "print", "input"}

    assert uses(ast.Call, impure) == set()


@pytest.mark.parametrize("room", ["store", "content", "charts", "exchange", "wording"])
def test_below_the_shells_the_clock_is_an_argument(room):
    def reads_the_clock(module, node):
        return within(module, room) and getattr(node.func, "attr", "") in {"now", "today", "utcnow"}

    assert uses(ast.Call, reads_the_clock) == set()


def test_the_style_sheet_has_one_place():
    def styles(module, node):
        return node.attr == "setStyleSheet" and module != "ui.theme"

    assert uses(ast.Attribute, styles) == set()


def test_no_signal_is_connected_to_a_lambda():
    # A lambda keeps its widget alive and fires after its death.
    def connects(_, node):
        if not isinstance(node.func, ast.Attribute) or node.func.attr != "connect":
            return False
        return any(isinstance(argument, ast.Lambda) for argument in node.args)

    assert uses(ast.Call, connects) == set()


def test_charts_know_no_global_figure():
    named = {name for module in TREES for name in imports(module)}
    assert not any(name.startswith("matplotlib.pyplot") for name in named)
    assert not any(name.partition(".")[0] == "numpy" for name in named)


def test_sql_stands_in_the_store_only():
    # Statements as they are written here: capital letters, at the beginning of a text.
    begins = ("SELECT ", "INSERT ", "UPDATE ", "DELETE ", "CREATE ", "PRAGMA ")

    def is_sql(module, node):
        return (
            isinstance(node.value, str)
            and node.value.lstrip().startswith(begins)
            and not within(module, "store")
        )

    assert uses(ast.Constant, is_sql) == set()
