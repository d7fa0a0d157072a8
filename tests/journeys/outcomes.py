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
    "SELECT person_id || '-' || entered_by || form_key || state || part || place || ticked AS text "
    "FROM form_run ORDER BY id",
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
    "SELECT person_id || why || reason || COALESCE(returned_at, '-') AS text FROM queue_exit ORDER BY id",
    "SELECT person_id || kind || state || COALESCE(held_on, '-') AS text FROM support_note ORDER BY id",
    "SELECT areas || title || kind || state || audience || digest || asked AS text FROM material ORDER BY id",
    "SELECT mentee_id || '-' || mentor_id || COALESCE(told_at, '-') AS text FROM match_told ORDER BY 1",
    "SELECT school_year || key || due_on AS text FROM activity ORDER BY school_id, key",
    "SELECT id || state || format || kind || COALESCE(end_reason, '-') AS text FROM pairing ORDER BY id",
    "SELECT pairing_id || '-' || person_id || side || COALESCE(left_at, '') AS text FROM pairing_member ORDER BY 1",
    "SELECT id || '-' || person_id || state || reason || answer_by AS text FROM offer ORDER BY id",
    "SELECT mentee_id || '-' || mentor_id || kind AS text FROM pair_tie ORDER BY mentee_id, mentor_id, kind",
    "SELECT person_id || '-' || school_year AS text FROM group_exit ORDER BY 1",
    "SELECT number || stamp || content AS text FROM pair_draft ORDER BY school_id",
    "SELECT kind || number || COALESCE(dated_on, '-') AS text FROM pair_order ORDER BY id",
    "SELECT order_id || '-' || pairing_id AS text FROM pair_order_line ORDER BY order_id, pairing_id",
    "SELECT pairing_id || '-' || person_id || kind || state AS text FROM pair_paper ORDER BY 1",
    "SELECT pairing_id || state || version || content || note AS text FROM programme ORDER BY pairing_id",
    "SELECT pairing_id || '-' || version || content || changes AS text FROM programme_version ORDER BY 1",
    "SELECT pairing_id || activity || COALESCE(due_on, '-') || COALESCE(done_on, '-') AS text FROM programme_step "
    "ORDER BY id",
    "SELECT pairing_id || '-' || author_id || held_on || how || topics || next_step || answer AS text "
    "FROM contact_note ORDER BY id",
    "SELECT pairing_id || day || lesson || state AS text FROM meeting ORDER BY id",
    "SELECT person_id || '-' || weekday || '-' || lesson AS text FROM free_lesson ORDER BY 1",
    "SELECT pairing_id || '-' || person_id || '-' || round || fit AS text FROM fit_answer ORDER BY 1",
    "SELECT person_id || why || reason || CASE WHEN returned_at IS NULL THEN 'out' ELSE 'in' END AS text "
    "FROM queue_exit ORDER BY id",
    "SELECT person_id || kind || state || offered_on || COALESCE(held_on, '-') AS text FROM support_note ORDER BY id",
    "SELECT id || '-' || COALESCE(author_id, 0) || state || title || areas || done || publish || stays || note "
    "|| version AS text FROM practice_card ORDER BY id",
    "SELECT card_id || field || was || became AS text FROM practice_edit ORDER BY id",
    "SELECT cards || CASE WHEN issued_at IS NULL THEN 'made' ELSE 'issued' END AS text FROM practice_collection "
    "ORDER BY id",
    "SELECT collection_id || '-' || card_id || '-' || named AS text FROM practice_printed ORDER BY 1",
    "SELECT n.title || '-' || COALESCE(o.card_id, 0) AS text FROM nomination n "
    "LEFT JOIN nominated o ON o.nomination_id = n.id ORDER BY 1",
    "SELECT areas || title || kind || state || audience || digest || asked AS text FROM material ORDER BY id",
    "SELECT activity || kind || number || words AS text FROM evidence ORDER BY id",
    "SELECT pairing_id || state || COALESCE(moved_by, 0) || reason AS text FROM pairing_move ORDER BY id",
    "SELECT person_id || state || reason AS text FROM offer ORDER BY id",
    "SELECT author_id || held_on || how || topics || next_step || answer AS text FROM contact_note ORDER BY id",
    "SELECT pairing_id || day || '-' || lesson || state || chosen_by AS text FROM meeting ORDER BY id",
    "SELECT pairing_id || '-' || person_id || fit || seen AS text FROM fit_answer ORDER BY pairing_id, person_id",
    "SELECT act || COALESCE(actor_id, 0) || COALESCE(person_id, 0) AS text FROM journal ORDER BY id",
    "SELECT key || kind || state AS text FROM outbox WHERE kind <> 'reply' ORDER BY key",
)

# Links and codes are other ones every time.
_SECRET = re.compile(r"start=[\w-]+|\b[A-Z0-9]{5}[ -][A-Z0-9]{5}\b|(?<=-)[0-9a-f]{8}(?=\.\w+)")


async def outcome(cast: Cast) -> Outcome:
    rows = [row.text for query in _KEPT for row in await cast.bot.fetch(Row, query)]
    return Outcome(tuple(rows), tuple(_chat(cast, user_id) for user_id in sorted(cast.bot.world.state.users)))


def _chat(cast: Cast, user_id: int) -> tuple[str, ...]:
    """A reply that was on its way at a crash may come again: the same text twice in a row counts once."""
    history = cast.bot.world.history(user_id)
    said = [message.text for message in history if message.from_bot and not message.deleted]
    return tuple(_SECRET.sub("…", text) for text, _ in groupby(said))
