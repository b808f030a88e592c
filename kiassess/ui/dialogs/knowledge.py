"""The chapters of the handbook that are made of the catalogue and of the legal table."""

from functools import partial

from kiassess.ui.dialogs.handbook import Topic
from kiassess.ui.session import Session
from kiassess.wording import knowledge


def knowledge_topics(session: Session) -> tuple[Topic, ...]:
    """The topics in their order; a catalogue without one of them leaves it out."""
    texts = session.texts
    catalogue, questionnaire = session.catalogue()
    found = {
        "terms": (catalogue.terms, partial(knowledge.glossary_page, catalogue, texts)),
        "legal": (True, partial(knowledge.legal_page, session.legal(), texts)),
        "lenses": (
            catalogue.lenses,
            partial(knowledge.lenses_page, catalogue, questionnaire, texts),
        ),
        "references": (
            catalogue.references,
            partial(knowledge.references_page, catalogue, questionnaire, texts),
        ),
        "offers": (catalogue.offers, partial(knowledge.offers_page, catalogue, texts)),
    }
    return tuple(
        Topic(name, texts(f"handbook.{name}"), text)
        for name, (there, text) in found.items()
        if there
    )
