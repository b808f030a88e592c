"""What calls of the command line end with."""


def printed(result) -> str:
    """What a call printed that went well."""
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def refused(result) -> str:
    """The one sentence of a refusal; nothing else was printed."""
    assert (result.exit_code, result.stdout) == (1, "")
    return one_line(result.stderr)


def misused(result) -> str:
    """The last line of a complaint about a wrong call."""
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr
    return result.stderr.splitlines()[-1]


def one_line(text: str) -> str:
    """A text that is one line and no traceback."""
    assert text.endswith("\n")
    assert text.count("\n") == 1
    assert "Traceback" not in text
    return text.rstrip("\n")
