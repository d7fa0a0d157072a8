"""The typed fields of «Настройки»: a button to each, from wherever it was missed."""

from handlers.effects import Button
from handlers.presses import Spot, go
from mentoring.schools import Field

FIELDS = tuple(Field)
BACK = (Spot.SETTINGS, Spot.PAPERS, Spot.INVITES, Spot.PAIR_ORDERS, Spot.DOCUMENTS, Spot.SETTINGS_PAPERS)


def field_button(label: str, field: Field, back: Spot = Spot.SETTINGS) -> Button:
    """Opens the small form that takes one typed field, and leads back to where it was missed."""
    return go(label, Spot.SETTINGS_FIELD, FIELDS.index(field), BACK.index(back))
