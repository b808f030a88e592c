"""Starting the program, or a bare window, as a process of its own."""

import os
import subprocess
import time


def start(command, environment=None):
    """Start a child; returns for each step the wall time in ms, CPU time in s, memory in bytes."""
    began = time.perf_counter()
    steps = {}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as child:
        for line in child.stdout:
            step, *rest = line.split()
            if step == "loaded":
                steps.setdefault("loaded", []).append(rest)
            else:
                wall = (time.perf_counter() - began) * 1000
                steps[step] = wall, float(rest[0]), int(rest[1])
    return steps


def as_installed(folder):
    """The environment of a program whose modules have been compiled by an earlier start.

    Args:
        folder: Where the first start, which does not count, puts them.
    """
    kept = {name: said for name, said in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(folder)}
