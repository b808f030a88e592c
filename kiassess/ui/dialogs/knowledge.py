"""The chapters of the handbook that are made of the catalogue and of the legal table."""

from collections.abc import Callable
from functools import partial

from kiassess.ui.dialogs.handbook import Topic
from kiassess.ui.session import Session
from kiassess.wording import knowledge
from kiassess.wording.measures import LIST, measure_page, measures_page


def knowledge_topics(session: Session) -> tuple[Topic, ...]:
    """The topics in their order; a catalogue without one of them leaves it out."""
    texts = session.texts
    catalogue, questionnaire = session.catalogue()
    both = catalogue, questionnaire, texts
    pages: dict[str, tuple[object, Callable[[], str]]] = {
        "terms": (catalogue.terms, partial(knowledge.glossary_page, catalogue, texts)),
        "legal": (True, partial(knowledge.legal_page, session.legal(), texts)),
        LIST: (catalogue.measures, partial(measures_page, *both)),
        "lenses": (catalogue.lenses, partial(knowledge.lenses_page, *both)),
        "references": (catalogue.references, partial(knowledge.references_page, *both)),
        "offers": (catalogue.offers, partial(knowledge.offers_page, catalogue, texts)),
    }
    measures = {name: partial(measure_page, one, *both) for name, one in catalogue.measures.items()}
    return tuple(
        Topic(name, texts(f"handbook.{name}"), text, measures if name == LIST else {})
        for name, (there, text) in pages.items()
        if there
    )
