"""What the author does with a card: sends it, rewords it, allows it to be shown or not, takes it back."""

import json
from collections.abc import Sequence
from datetime import datetime

from mentoring import materials, schools
from mentoring.access import Member
from mentoring.notices import tell_news
from mentoring.outcome import Kept, keys, text
from mentoring.practices.looking import one
from mentoring.practices.model import Card, Edit, texts, words_in
from mentoring.practices.telling import tell_author, tell_of_copies
from mentoring.rules import practices as rules
from mentoring.rules.text import clean_text
from storage import journal, practices
from storage.practices import CollectionRow
from storage.tx import Tx
from storage.vocabulary.practices import CardField, CardState, Publish

STAYS = "stays"


async def finish(tx: Tx, member: Member, kept: Kept, now: datetime) -> int:
    """The form has been sent: a new card, its id."""
    said = {field: clean_text(text(kept, field)) for field in CardField if field is not CardField.AREAS}
    publish = Publish(text(kept, "publish"))
    card_id = await practices.add(
        tx,
        school_id=member.school_id,
        school_year=await schools.year_of(tx, member.school_id),
        author_id=member.person_id,
        title=said[CardField.TITLE],
        areas=keys(kept, CardField.AREAS),
        useful_to=said[CardField.USEFUL_TO],
        problem=said[CardField.PROBLEM],
        done=said[CardField.DONE],
        result=said[CardField.RESULT],
        links=said[CardField.LINKS],
        publish=publish,
        stays=publish is not Publish.NEVER and text(kept, STAYS) == STAYS,
        title_words=rules.search_words(said[CardField.TITLE]),
        words=rules.search_words(*said.values()),
        now=now,
    )
    await _note(tx, member, "send", now)
    await tell_news(tx, member.school_id, now, by=member.person_id)
    return card_id


async def write(tx: Tx, member: Member, card_id: int, field: CardField, said: str, now: datetime) -> Edit:
    """Other words in a field. What a coordinator rewords stays readable as it was, for the author."""
    said = clean_text(said)
    return await _reword(tx, member, card_id, field, said, said, now)


async def choose_areas(tx: Tx, member: Member, card_id: int, areas: Sequence[str], now: datetime) -> Edit:
    chosen = [each for each in areas if each in materials.areas()]
    return await _reword(tx, member, card_id, CardField.AREAS, ",".join(chosen), json.dumps(chosen), now)


async def _reword(
    tx: Tx, member: Member, card_id: int, field: CardField, said: str, stored: str, now: datetime
) -> Edit:
    found = await one(tx, member, card_id)
    if found is None:
        return Edit.GONE
    if not found.may_edit:
        return Edit.LOCKED
    was = words_in(found.row, field)
    if was == said:
        return Edit.SAME
    kept = {each: words_in(found.row, each) for each in CardField if each is not CardField.AREAS}
    kept |= {field: said} if field is not CardField.AREAS else {}
    title_words, words = rules.search_words(kept[CardField.TITLE]), rules.search_words(*kept.values())
    state = found.row.state
    await practices.rewrite(tx, card_id, field, stored, state=state, title_words=title_words, words=words)
    if not found.is_own:
        await practices.note_edit(tx, card_id, field, was=was, became=said, by=member.person_id, now=now)
        await _note(tx, member, "edit", now)
        if state is CardState.ACCEPTED:
            await tell_author(tx, found.row, "edit", now)
    return Edit.DONE


async def send_again(tx: Tx, member: Member, card_id: int, now: datetime) -> bool:
    """False when it waits already, or is none of theirs."""
    if not await practices.send_again(tx, card_id, member.person_id, now):
        return False
    await _note(tx, member, "send", now)
    await tell_news(tx, member.school_id, now, by=member.person_id)
    return True


async def take_back(tx: Tx, member: Member, card_id: int, now: datetime) -> bool:
    """Out of the library and of the next collection; False when it was taken back before, or is none of theirs."""
    if not await practices.take_back(tx, card_id, member.person_id):
        return False
    await _note(tx, member, "take_back", now)
    await _tell_of_copies(tx, member, card_id, now)
    return True


async def allow(tx: Tx, member: Member, card_id: int, publish: Publish, now: datetime) -> bool:
    """Who may see it; False when it was just so. What nobody may see does not stay either."""
    found = await one(tx, member, card_id)
    if found is None or not found.is_own:
        return False
    stays = found.row.stays and publish is not Publish.NEVER
    if not await practices.allow(tx, card_id, member.person_id, publish, stays=stays):
        return False
    await _note(tx, member, f"publish.{publish}", now)
    if publish is Publish.NEVER or (publish is Publish.NAMELESS and found.row.publish is Publish.NAMED):
        await _tell_of_copies(tx, member, card_id, now)
    return True


async def let_stay(tx: Tx, member: Member, card_id: int, *, stays: bool, now: datetime) -> bool:
    """What becomes of it when the author's data are erased."""
    found = await one(tx, member, card_id)
    if found is None or not found.is_own or found.row.publish is Publish.NEVER:
        return False
    done = await practices.allow(tx, card_id, member.person_id, found.row.publish, stays=stays)
    if done:
        await _note(tx, member, STAYS if stays else "goes", now)
    return bool(done)


async def copies(tx: Tx, of: Card) -> Sequence[CollectionRow]:
    """Collections that somebody has got and this card stands in: for its author and the coordinator."""
    return await practices.with_card(tx, of.row.id) if of.is_own or of.decides else ()


def names_author(of: Card) -> bool:
    """Then it cannot stay without a name."""
    return rules.holds_name(texts(of.row), of.row.author)


async def _tell_of_copies(tx: Tx, member: Member, card_id: int, now: datetime) -> None:
    if await practices.with_card(tx, card_id):
        await tell_of_copies(tx, member.school_id, now, by=member.person_id)


async def _note(tx: Tx, member: Member, act: str, now: datetime) -> None:
    await journal.note(
        tx,
        f"practice.{act}",
        school_id=member.school_id,
        actor_id=member.person_id,
        now=now,
    )
