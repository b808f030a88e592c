"""What is running, as reports and the page about the program name it."""

import platform


def system_name() -> str:
    """The operating system with its version, e.g. ``Windows 11 AMD64``.

    Not ``platform.platform()``: that starts another program, which for a moment holds what is
    locked even if this one is killed.
    """
    return f"{platform.system()} {platform.release()} {platform.machine()}"
