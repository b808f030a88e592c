"""Whether a TOML text of others may be given to a parser that trusts its input."""

import re

MOST_TABLES = 3_000
DEEPEST_KEY = 8  # parts of a dotted key; each further one costs more than the one before
# Each alternative also takes a text without an end, so that none is looked at twice.
_TEXTS = re.compile(
    r'"{3}.*?(?:"{3}|\Z)|\'{3}.*?(?:\'{3}|\Z)'
    r'|"(?:[^"\\\n]|\\.)*+"?|\'[^\'\n]*+\'?|#[^\n]*+',
    re.DOTALL,
)
_LONG_KEY = re.compile(rf"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){{{DEEPEST_KEY}}}")


def is_plain_toml(text: str) -> bool:
    """Whether a text has neither more tables nor deeper keys than a person would write."""
    bare = _TEXTS.sub("x", text)
    return bare.count("[") + bare.count("{") <= MOST_TABLES and not _LONG_KEY.search(bare)
