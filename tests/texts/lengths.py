"""How long a text is for whoever reads it on a phone, and which may be longer than a screen of it."""

import re
from collections.abc import Iterable, Mapping

from sandbox.world.html import parse_html

SCREEN = 350  # a screen of a phone in large letters, with buttons under it
# A row of a list is read, or passed over, by itself.
_ROW = re.compile(r"^\s*(?:[•–☑☐🟢🟡🔴⚪⚫]|\d+\.)\s")


def whole(texts: Iterable[str]) -> int:
    """Of the longest of them, as it is shown."""
    return max(len(parse_html(text).text) for text in texts)


def without_rows(texts: Iterable[str]) -> int:
    """Of the longest: what is left when the rows of its lists are taken out."""
    return max(len(_words(parse_html(text).text)) for text in texts)


def _words(shown: str) -> str:
    return "\n".join(line for line in shown.split("\n") if not _ROW.match(line))


# Why some are longer. A text that is shorter now leaves this table, or a test fails.
EXCUSED: Mapping[str, frozenset[str]] = {
    "the law's own words, behind a button or before the bot starts": frozenset(
        {"arrivals.notice_full", "operator.notice"}
    ),
    "what people have said, in their own words and whole": frozenset(
        {
            *("announcements.preview", "answered.in_messages", "asked_forms.answers", "bank.entry", "filling.facts"),
            *("filling.summary", "mentors.entry", "offers.offer", "practices.card", "programmes.words"),
            *("questions.page", "surveys.comments", "year_turn.confirm"),
        }
    ),
    "figures, question by question": frozenset(
        {
            *(
                "monitoring.compared",
                "monitoring.overview",
                "monitoring.swot",
                "surveys.page",
                "tallies.page",
                "tallies.question",
            ),
        }
    ),
    "a list, each row of it read by itself": frozenset(
        {
            *("brought_pairs.draft", "digests.weekly", "documents.data", "document_templates.found", "drafts.draft"),
            *("drafts.mistakes", "honours.listed", "leaving.ask", "mentors.page", "mentors.refused", "minutes.item"),
            *("pair_care.care", "pair_drafts.draft", "pair_orders.order", "pair_orders.papers", "pair_swaps.choices"),
            *("programme_news.waiting", "programme_steps.history", "queue.appeared", "queue.page"),
            *("rankings.ranking", "rankings.verdict", "rankings.why_not", "roadmap.dates", "roles.let_in_ask"),
            *("school_days.calendar", "settings.settings", "staff_list.draft", "timetables.draft", "today.full"),
            *("today.summary", "watched.told"),
        }
    ),
    "all there is to know of one thing, a line each, hardly ever all of them": frozenset(
        {
            *("by_hand.how", "cards.card", "documents.document", "materials.card", "my_pairs.one"),
            *("own_practices.who_sees", "pair_care.of_pair", "pair_swaps.choice", "pairs.card"),
            *("programmes.programme", "search.screen"),
        }
    ),
    "many names in one sentence: of a large group, or of those whom a message does not reach": frozenset(
        {"form_ticks.preview", "group_exits.parting", "meeting_plans.offered", "meetings.note", "menu.my_data"}
    ),
}
