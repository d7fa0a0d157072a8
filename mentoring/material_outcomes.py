"""What the finished small forms about materials do."""

from collections.abc import Mapping
from datetime import datetime

from mentoring import materials
from mentoring.access import Actor, Member
from mentoring.materials import Change, Material
from mentoring.outcome import Kept, Outcome, text
from storage.runs import Run
from storage.tx import Tx


async def _link(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, now: datetime) -> object:
    area, address = str(run.about["area"]), text(kept, "address")
    return await materials.add_link(tx, member, area, title=text(kept, "title"), address=address, now=now)


async def _no_file(_tx: Tx, _actor: Actor, _member: Member, _run: Run, _kept: Kept, _now: datetime) -> object:
    """Words where a file is asked for: a file ends that dialog by another way."""
    return None


async def _title(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, _now: datetime) -> Material | None:
    return await materials.change(tx, member, int(run.about["material"]), Change.TITLE, text(kept, "title"))


async def _about(tx: Tx, _actor: Actor, member: Member, run: Run, kept: Kept, _now: datetime) -> Material | None:
    return await materials.change(tx, member, int(run.about["material"]), Change.PURPOSE, text(kept, "purpose"))


async def _found(_tx: Tx, _actor: Actor, _member: Member, _run: Run, kept: Kept, _now: datetime) -> object:
    """The words themselves: what they find is looked up where it is shown."""
    return text(kept, "words")


OUTCOMES: Mapping[str, Outcome] = {
    materials.LINK_FORM: Outcome(_link, consent=False),
    materials.FILE_FORM: Outcome(_no_file, consent=False),
    materials.TITLE_FORM: Outcome(_title, consent=False),
    materials.ABOUT_FORM: Outcome(_about, consent=False),
    materials.SEARCH_FORM: Outcome(_found, consent=False),
}
