"""What a screen reader sees of the window, through the accessibility bus.

Runs with the system's Python, which has the bindings. Prints one line a finding.
"""

import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE_S = 40
STEP_S = 0.2


def walk(node, depth=0):
    if node is None or depth > 40:
        return
    yield node
    for number in range(min(node.get_child_count(), 400)):
        try:
            yield from walk(node.get_child_at_index(number), depth + 1)
        except Exception:  # noqa: BLE001 - a node that went away meanwhile
            continue


def application():
    desktop = Atspi.get_desktop(0)
    for number in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(number)
        if child is not None and "kiassess" in (child.get_name() or ""):
            return child
    return None


def wait_for(find):
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        found = find()
        if found:
            return found
        time.sleep(STEP_S)  # another process: there is nothing to be told by
    sys.exit("nothing appeared on the accessibility bus")


def radios():
    app = application()
    if app is None:
        return []
    return [
        node
        for node in walk(app)
        if node.get_role() == Atspi.Role.RADIO_BUTTON
        and node.get_state_set().contains(Atspi.StateType.SHOWING)
    ]


found = wait_for(radios)
for radio in found:
    group = radio
    while group is not None and group.get_role() not in (
        Atspi.Role.PANEL, Atspi.Role.GROUPING,
    ):  # fmt: skip
        group = group.get_parent()
    while group is not None and not group.get_name():
        group = group.get_parent()
    print("radio", radio.get_name(), "|", radio.get_description(), "|", group and group.get_name())
level = next(radio for radio in found if radio.get_name().startswith("3:"))
level.get_action_iface().do_action(0)


def chosen():
    return [r.get_name() for r in radios() if r.get_state_set().contains(Atspi.StateType.CHECKED)]


print("chosen", wait_for(chosen)[0])
