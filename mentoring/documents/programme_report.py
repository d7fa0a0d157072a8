"""What a pair's report is filled with: out of its programme and its meetings, with nothing asked anew.

Answers to the surveys are a coordinator's alone, and enter the school's report only together and without names: a
paper that both sides sign has none of them, so its changes and its conclusion are left to a hand.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from mentoring import pairs, programmes
from mentoring.documents import of_pair
from mentoring.documents.filled import Filled
from mentoring.documents.programme import term
from mentoring.papers.office_words import day
from mentoring.papers.templates.fields import Values
from mentoring.programmes import Seen
from mentoring.rules.text import clean_line
from storage import contact_notes
from storage.contact_notes import Note
from storage.tx import Tx
from storage.vocabulary.pairs import Contact

# What may be compared: of work alone, as the surveys of start and end ask it of a mentee.
SCALES = (
    "Готовит и проводит уроки уверенно",
    "Справляется с дисциплиной, класс вовлечён",
    "Разбирается в документах и электронном журнале",
    "Легко говорит с родителями и коллегами",
)
MEETINGS: Mapping[Contact, str] = {
    Contact.TALK: "Разговор",
    Contact.VISIT_MENTOR: "Посещение урока наставника",
    Contact.VISIT_MENTEE: "Посещение урока наставляемого",
    Contact.ONLINE: "Онлайн",
    Contact.EVENT: "Мероприятие",
}


async def gather(tx: Tx, school_id: int, about: str, now: datetime) -> Filled | None:
    """None before the first approval: there is nothing to report on."""
    pair = await pairs.read(tx, school_id, int(about))
    seen = await programmes.seen(tx, pair, now) if pair else None
    if pair is None or seen is None or not seen.version:
        return None
    of = seen.programme
    return Filled(
        {
            **await of_pair.head(tx, pair),
            **term(of.starts_on, of.ends_on),
            "цель": clean_line(of.goal),
            "отчет.день": day(seen.today),
            **_plan(seen),
            **_meetings(await contact_notes.of_pair(tx, pair.pairing.id)),
            "динамика": [{"название": each} for each in SCALES],
            "продукт": clean_line(of.product),
        }
    )


def _plan(seen: Seen) -> Values:
    """A plan without a step has no share of it done."""
    every, done = len(seen.steps), seen.done
    return {
        "план.всего": str(every),
        "план.выполнено": str(done),
        "план.процент": str(round(100 * done / every)) if every else "",
        "мероприятия": [
            {
                "номер": str(number),
                "мероприятие": clean_line(each.step.activity),
                "срок": day(each.step.due_on) if each.step.due_on else "",
                "выполнено": day(each.done_on) if each.done_on else "",
            }
            for number, each in enumerate(seen.steps, start=1)
        ],
    }


def _meetings(notes: list[Note]) -> Values:
    kinds, days = Counter(each.how for each in notes), [each.held_on for each in notes]
    return {
        "встречи.всего": str(len(notes)),
        "встречи.первая": day(min(days)) if days else "",
        "встречи.последняя": day(max(days)) if days else "",
        "встречи_по_видам": [
            {"название": said, "число": str(kinds[kind])} for kind, said in MEETINGS.items() if kinds[kind]
        ],
    }
