"""Fill-in workbooks in words: what came back, what is unclear, and the text for the e-mail."""

from collections.abc import Sequence

from kiassess.domain.fill_in import Asked, FillIn, FillInWarning, Unclear
from kiassess.domain.questionnaire import Questionnaire, minutes_for
from kiassess.wording.texts import Texts

GAP = "_" * 12  # room for a date


def counts_sentence(fill_in: FillIn, texts: Texts) -> str:
    """What a preview says first, ``36 übernommen, 4 offen, 2 unklar``."""
    counts = fill_in.counts()
    return texts(
        "fill_in.counts_untouched" if counts.untouched else "fill_in.counts",
        taken=counts.taken,
        untouched=counts.untouched,
        open=counts.open,
        unclear=counts.unclear,
    )


def unclear_sentence(unclear: Unclear, questionnaire: Questionnaire, texts: Texts) -> str:
    """Why a cell cannot be taken."""
    title = questionnaire.item(unclear.item_id).title
    key = f"fill_in.unclear_{unclear.kind}"
    return texts(key, cell=unclear.cell, title=title, value=unclear.value)


def warning_sentence(warning: FillInWarning, questionnaire: Questionnaire, texts: Texts) -> str:
    """What is to be looked at."""
    title = questionnaire.item(warning.item_id).title if warning.item_id else ""
    return texts(
        f"fill_in.warn_{warning.kind}", cell=warning.cell, title=title, value=warning.value
    )


def who_words(asked: Asked, texts: Texts) -> str:
    """Whom a workbook is for."""
    if asked.role_id is None:
        return texts("fill_in.everybody")
    return asked.name or texts("fill_in.nobody")


def covering_text(
    name: str, handed_out: Sequence[tuple[Asked, str]], texts: Texts, *, on_paper: bool
) -> str:
    """The texts for the e-mails that go with the workbooks, one below the other.

    Args:
        name: Of the municipality.
        handed_out: Whom each workbook is for, and the name of its file.
        texts: The language.
        on_paper: Whether they are to be printed.
    """
    parts = [texts("pack.letter_head")]
    for asked, file in handed_out:
        parts += ["-" * 60, _letter(name, asked, file, texts, on_paper=on_paper)]
    return "\n\n".join(parts) + "\n"


def _letter(name: str, asked: Asked, file: str, texts: Texts, *, on_paper: bool) -> str:
    count, way = len(asked.items), "_paper" if on_paper else ""
    head = [
        texts("pack.for", who=who_words(asked, texts)),
        texts("pack.file", file=file),
        texts("pack.subject", name=name),
    ]
    return "\n\n".join([
        "\n".join(head),
        texts("pack.hello"),
        texts("pack.why", name=name),
        texts("pack.paper" if on_paper else "pack.what", n=count, minutes=minutes_for(count)),
        texts(f"pack.how{way}"),
        texts(f"pack.back{way}", gap=GAP),
        texts("pack.whole"),
        texts("pack.regards"),
    ])  # fmt: skip
