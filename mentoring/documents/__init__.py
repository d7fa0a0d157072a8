"""Papers that are made from templates: what they are filled with, their number and date, a school's own templates."""

from mentoring.documents.asked import DAY_FORM, FORMS, TEXT_FORM, Asked, asked_of, keep_all, keep_one
from mentoring.documents.consent_pd import KINDS as OF_PEOPLE
from mentoring.documents.making import Made, Seen, look, look_at, make, seen_with, year
from mentoring.documents.of_event import kind_of as minutes_of
from mentoring.documents.own_templates import Accepted, Standing, accept, from_worker, give_up, keep_sent, standing
from mentoring.documents.printing import KINDS, paper
from mentoring.documents.rights import may_have
from mentoring.documents.signing import Sign, Signed, settle, sign
from storage.documents import Document

NUMBER_FORM = "document_number"

__all__ = [
    "DAY_FORM",
    "FORMS",
    "KINDS",
    "NUMBER_FORM",
    "OF_PEOPLE",
    "TEXT_FORM",
    "Accepted",
    "Asked",
    "Document",
    "Made",
    "Seen",
    "Sign",
    "Signed",
    "Standing",
    "accept",
    "asked_of",
    "from_worker",
    "give_up",
    "keep_all",
    "keep_one",
    "keep_sent",
    "look",
    "look_at",
    "make",
    "may_have",
    "minutes_of",
    "paper",
    "seen_with",
    "settle",
    "sign",
    "standing",
    "year",
]
