"""Files of materials: how much of them is kept, and what a file that somebody sends goes through."""

from dataclasses import dataclass
from datetime import datetime

from mentoring import jobs
from mentoring.access import Actor, Member
from mentoring.jobs import Gather, Task, Work
from mentoring.rules.materials import Refusal
from mentoring.rules.materials.content import refused_name
from storage.jobs import Job
from storage.tx import Tx

LARGEST = 15 * 1024 * 1024  # bytes; bots may download 20 MB from Telegram
MOST_OF_SCHOOL = 500 * 1024 * 1024
LOOK = "mentoring.papers.material_file:material_file"


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file as the message tells of it: none of it is believed before the bytes are here."""

    file_id: str
    name: str
    size: int
    title: str  # the caption


def refused(of: Arrived) -> Refusal | None:
    """By its name: a file that is not kept anyway need not be fetched."""
    return refused_name(of.name)


async def arrived(tx: Tx, actor: Actor, member: Member, of: Arrived, area: str, now: datetime) -> None:
    """Fetched and looked at outside of this transaction; what becomes of it comes back into the person's lane."""
    await jobs.order(
        tx,
        member,
        actor.external_id,
        Work.MATERIAL,
        now,
        file_id=of.file_id,
        name=of.name,
        title=of.title,
        area=area,
    )


async def material(_tx: Tx, job: Job, _now: datetime) -> Task:
    return Task(LOOK, (str(job.task["name"]),), keeps=True, largest=LARGEST)


KINDS: dict[str, Gather] = {Work.MATERIAL: material}
