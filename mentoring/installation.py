"""What belongs to the installation and to no school: its bot, its schools, the operator's acknowledgement."""

from datetime import datetime

from mentoring import files, invitations
from mentoring.invitations import Secret
from storage import invites, machine
from storage import schools as school_rows
from storage.schools import School
from storage.tx import Tx
from storage.vocabulary import Role

FIRST_CODE = "first_code"
NOTICE = "operator_notice"
NOTICE_VERSION = "1"


async def note_username(tx: Tx, username: str, now: datetime) -> None:
    await machine.note(tx, files.USERNAME, username, now)


async def schools(tx: Tx) -> list[School]:
    return await school_rows.all_schools(tx)


async def username(tx: Tx) -> str:
    """The bot's name for links; empty until Telegram has told it."""
    return await machine.value(tx, files.USERNAME) or ""


async def first_invitation(tx: Tx, now: datetime) -> Secret | None:
    """At a start without a school: the one-time code of the first coordinator; None when there is a school.

    The code of an earlier start dies: each would make a school of its own.
    """
    if earlier := await machine.value(tx, FIRST_CODE):
        await invites.revoke(tx, int(earlier), now)
    if await school_rows.all_schools(tx):
        return None
    secret = await invitations.invite_role(tx, Role.COORDINATOR, school_id=None, full_name="", now=now)
    await machine.note(tx, FIRST_CODE, str(secret.invite_id), now)
    return secret


async def notice_accepted(tx: Tx) -> bool:
    return await machine.value(tx, NOTICE) == NOTICE_VERSION


async def accept_notice(tx: Tx, now: datetime) -> None:
    await machine.note(tx, NOTICE, NOTICE_VERSION, now)
