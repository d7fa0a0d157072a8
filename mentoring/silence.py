"""Why somebody's answers are not here yet: the first thing that stands in the way."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentoring.rules.consent_text import PARTICIPANT_CONSENT
from storage.bank import Silent
from storage.vocabulary import ConsentDecision, RunState


class Why(StrEnum):
    NOT_IN_BOT = "not_in_bot"
    ON_PAPER = "on_paper"  # consented on paper: the coordinator enters the answers
    UNDECIDED = "undecided"
    NEW_TEXT = "new_text"  # consented to an earlier text
    LAPSED = "lapsed"  # consented for a term that is over
    DECLINED = "declined"
    UNREACHABLE = "unreachable"
    BEGUN = "begun"
    NOT_BEGUN = "not_begun"


class Beyond(StrEnum):
    """Why no message reaches somebody."""

    NOT_IN_BOT = "not_in_bot"
    NO_CONSENT = "no_consent"
    MUTE = "mute"
    PAUSED = "paused"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class SilentLine:
    """Somebody whose answers are waited for. `mute`: they left no leave to be written to."""

    id: int
    full_name: str
    position: str
    why: Why
    mute: bool
    paused_until: date | None


@dataclass(frozen=True, slots=True)
class SilentPage:
    lines: tuple[SilentLine, ...]
    number: int
    pages: int
    total: int
    people: int  # who is asked at all


def why(person: Silent) -> Why:
    consented = person.data_decision is ConsentDecision.GIVEN
    if person.account_id is None:
        return Why.ON_PAPER if consented else Why.NOT_IN_BOT
    if person.data_decision is None:
        return Why.UNDECIDED
    if person.data_decision is ConsentDecision.LAPSED:
        return Why.LAPSED
    if not consented:
        return Why.DECLINED
    if not person.reachable:
        return Why.UNREACHABLE
    if person.data_version != PARTICIPANT_CONSENT.version:
        return Why.NEW_TEXT
    return Why.BEGUN if person.state is RunState.OPEN else Why.NOT_BEGUN


def line(person: Silent, today: date) -> SilentLine:
    reason = why(person)
    waited_for = reason in (Why.BEGUN, Why.NOT_BEGUN)
    paused = person.paused_until if person.paused_until and person.paused_until > today else None
    return SilentLine(
        person.id,
        person.full_name,
        person.position,
        reason,
        mute=waited_for and person.contact_decision is not ConsentDecision.GIVEN,
        paused_until=paused if waited_for else None,
    )


def beyond(of: SilentLine) -> Beyond:
    if of.why in (Why.NOT_IN_BOT, Why.ON_PAPER):
        return Beyond.NOT_IN_BOT
    if of.why is Why.UNREACHABLE:
        return Beyond.UNREACHABLE
    if of.why in (Why.BEGUN, Why.NOT_BEGUN):
        return Beyond.MUTE if of.mute else Beyond.PAUSED
    return Beyond.NO_CONSENT
