"""A person is erased: no minutes name them any more; that they were there stays as a number."""

from mentoring.rules.names import surname_in_text
from storage import gatherings
from storage.tx import Tx

GONE = "…"


async def forget_name(tx: Tx, school_id: int, full_name: str) -> None:
    """Dots stand in the name's place, whatever case it is in."""
    name = surname_in_text(full_name)
    for of in await gatherings.every(tx, school_id):
        chair, secretary = ("" if name.search(each) else each for each in (of.chair, of.secretary))
        if (chair, secretary) != (of.chair, of.secretary):
            await gatherings.set_head(
                tx, of.id, number=of.number, dated_on=of.dated_on, chair=chair, secretary=secretary
            )
        agenda = [name.sub(GONE, each) for each in of.agenda]
        if agenda != list(of.agenda):
            await gatherings.reword_agenda(tx, of.id, agenda)
        for line in await gatherings.lines(tx, of.id):
            if name.search(line.text):
                await gatherings.reword(tx, line.id, name.sub(GONE, line.text))
