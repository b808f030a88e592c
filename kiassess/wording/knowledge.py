"""What the catalogue knows beside its questions, as Markdown to be read in the handbook."""

import re
from collections.abc import Callable, Iterable, Iterator

from kiassess.domain.catalogue import Catalogue
from kiassess.domain.guidance import Term
from kiassess.domain.legal import LegalAnchor, LegalTable, Obligation
from kiassess.domain.lenses import Lens
from kiassess.domain.measures import HelpOffer, ReferenceStrategy
from kiassess.domain.questionnaire import Questionnaire
from kiassess.domain.search import natural_key
from kiassess.wording.texts import Texts

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|])")


def glossary_page(catalogue: Catalogue, texts: Texts) -> str:
    """All terms in alphabetical order."""
    terms = sorted(catalogue.terms.values(), key=lambda term: natural_key(term.name))
    lines = [f"# {texts('handbook.terms')}", texts("handbook.terms_about", n=len(terms))]
    lines += [_term(term, texts) for term in terms]
    return "\n\n".join(lines)


def legal_page(table: LegalTable, texts: Texts) -> str:
    """The legal table in its three classes, with its date."""
    lines = [
        f"# {texts('handbook.legal')}",
        texts("handbook.legal_about", date=texts.day(table.as_of)),
    ]
    for obligation in Obligation:
        anchors = [one for one in table.anchors.values() if one.obligation is obligation]
        if anchors:
            lines.append(f"## {texts(f'handbook.{obligation}')}")
            lines += [_anchor(anchor, texts) for anchor in anchors]
    return "\n\n".join(lines)


def references_page(catalogue: Catalogue, questionnaire: Questionnaire, texts: Texts) -> str:
    """Places whose way with AI others can learn from, the nearer ones first."""
    blocks = {block.id: block.name for block in questionnaire.blocks}
    lines = [f"# {texts('handbook.references')}", texts("handbook.references_about")]
    for near, heading in ((True, "handbook.near"), (False, "handbook.far")):
        found = [one for one in catalogue.references.values() if one.near is near]
        if found:
            lines.append(f"## {texts(heading)}")
            lines += [_reference(one, blocks.__getitem__, texts) for one in found]
    return "\n\n".join(lines)


def offers_page(catalogue: Catalogue, texts: Texts) -> str:
    """Who outside the town hall helps."""
    lines = [f"# {texts('handbook.offers')}", texts("handbook.offers_about")]
    return "\n\n".join([*lines, *(_offer(one) for one in catalogue.offers.values())])


def lenses_page(catalogue: Catalogue, questionnaire: Questionnaire, texts: Texts) -> str:
    """The frameworks of others and which questions speak to each of their parts."""
    titles = {item.id: item.title for item in questionnaire.items()}
    lines = [f"# {texts('handbook.lenses')}", texts("handbook.lenses_about")]
    for lens in catalogue.lenses.values():
        lines += _lens(lens, titles.__getitem__, texts)
    return "\n\n".join(lines)


def _term(term: Term, texts: Texts) -> str:
    also = f" ({texts('handbook.also', list=', '.join(term.also))})" if term.also else ""
    return f"**{plain(term.name)}**{plain(also)}  \n{plain(term.meaning)}"


def _anchor(anchor: LegalAnchor, texts: Texts) -> str:
    dates = []
    if anchor.since is not None:
        dates.append(texts("handbook.since", date=texts.day(anchor.since)))
    if anchor.until is not None:
        dates.append(texts("handbook.until", date=texts.day(anchor.until)))
    dates.append(texts(f"certainty.{anchor.certainty}"))
    about = f"*{' · '.join(dates)}* · {_address(anchor.source)}"
    return f"### {plain(anchor.short)}\n\n{plain(anchor.name)}. {plain(anchor.asks)}\n\n{about}"


def _reference(one: ReferenceStrategy, block_name: Callable[[str], str], texts: Texts) -> str:
    kind = texts(f"reference.{one.kind}")
    about = f"{kind}, {one.year}" if one.year else kind
    lessons = [f"- {plain(block_name(key))}: {plain(said)}" for key, said in one.lessons.items()]
    lines = [f"### {plain(one.name)}", f"*{about}.* {plain(one.focus)}", "\n".join(lessons)]
    if one.caution:
        lines.append(plain(one.caution))
    return "\n\n".join([*lines, *map(_address, one.sources)])


def _offer(one: HelpOffer) -> str:
    lines = [f"### {plain(one.name)}", f"{plain(one.what)} {plain(one.hint)}"]
    return "\n\n".join([*lines, _address(one.source)] if one.source else lines)


def _lens(lens: Lens, item_title: Callable[[str], str], texts: Texts) -> Iterator[str]:
    yield f"## {plain(lens.name)}"
    yield f"{plain(lens.about)} {plain(lens.limits)}"
    for part in lens.parts:
        yield f"### {plain(part.name)}"
        yield plain(part.meaning)
        if not part.items:
            yield texts("handbook.not_covered")
        for key, items in (("primary", part.primary), ("partial", part.partial)):
            if items:
                yield texts(f"handbook.{key}", list=plain(_titles(items, item_title)))


def _titles(items: Iterable[str], item_title: Callable[[str], str]) -> str:
    return ", ".join(item_title(item) for item in items)


def _address(source: str) -> str:
    """An address to be copied; as a link it would have to be opened."""
    return f"`{source}`"


def plain(text: str) -> str:
    """A text in which nothing is Markdown."""
    return _MARKDOWN.sub(r"\\\1", text)
