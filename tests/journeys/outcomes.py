"""What a journey ends in, so that one told with crashes can be compared with one told plainly."""

import re
from dataclasses import dataclass
from itertools import groupby

from tests.cast import Cast


@dataclass(frozen=True)
class Row:
    """One row of a table as text."""

    text: str


@dataclass(frozen=True)
class Outcome:
    """The rows that people would miss, and what each of them has on the screen."""

    rows: tuple[str, ...]
    chats: tuple[tuple[str, ...], ...]


# Without the columns that say how often the bot was started or what a message's number was.
_KEPT = (
    "SELECT id || state || full_name AS text FROM person ORDER BY id",
    "SELECT person_id || kind || decision || source || text_version AS text FROM consent ORDER BY id",
    "SELECT person_id || entered_by || form_key || state || part || place || ticked AS text FROM form_run ORDER BY id",
    "SELECT run_id || question || COALESCE(value, '-') || source AS text FROM answer ORDER BY run_id, question",
    "SELECT person_id || text || COALESCE(reply, '-') AS text FROM question ORDER BY id",
    "SELECT person_id || form_key || asked_by || COALESCE(answer_by, '-') AS text FROM form_ask ORDER BY id",
    "SELECT form_key || threshold || '-' || asked || '-' || answered || answer_by AS text FROM survey ORDER BY id",
    "SELECT person_id || '-' || taken_part AS text FROM form_ask WHERE survey_id IS NOT NULL ORDER BY id",
    "SELECT question || value || many AS text FROM anonymous_answer ORDER BY survey_id, question, value",
    "SELECT person_id || CASE WHEN ended_at IS NULL THEN 'open' ELSE 'over' END AS text FROM mentor_pause ORDER BY id",
    "SELECT id || audience || text || state || written_by AS text FROM announcement ORDER BY id",
    "SELECT announcement_id || '-' || person_id || '-' || read AS text FROM announcement_to ORDER BY notice",
    "SELECT school_year || state || content || kept_by AS text FROM own_roadmap ORDER BY school_id, state",
    "SELECT school_year || key || due_on AS text FROM activity ORDER BY school_id, key",
    "SELECT activity || kind || number || words AS text FROM evidence ORDER BY id",
    "SELECT act || COALESCE(actor_id, 0) || COALESCE(person_id, 0) AS text FROM journal ORDER BY id",
    "SELECT key || kind || state AS text FROM outbox WHERE kind <> 'reply' ORDER BY key",
)

# Links and codes are other ones every time.
_SECRET = re.compile(r"start=[\w-]+|\b[A-Z0-9]{5}[ -][A-Z0-9]{5}\b")


async def outcome(cast: Cast) -> Outcome:
    rows = [row.text for query in _KEPT for row in await cast.bot.fetch(Row, query)]
    return Outcome(tuple(rows), tuple(_chat(cast, user_id) for user_id in sorted(cast.bot.world.state.users)))


def _chat(cast: Cast, user_id: int) -> tuple[str, ...]:
    """A reply that was on its way at a crash may come again: the same text twice in a row counts once."""
    history = cast.bot.world.history(user_id)
    said = [message.text for message in history if message.from_bot and not message.deleted]
    return tuple(_SECRET.sub("…", text) for text, _ in groupby(said))
