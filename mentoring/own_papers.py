"""Papers that somebody takes for themselves: always about the very person who asks."""

from datetime import datetime

from mentoring import documents
from mentoring.access import Member
from mentoring.documents import portfolio_mentor
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind


async def has_portfolio(tx: Tx, member: Member) -> bool:
    """Has the person been a mentor of a pair at work, in any year that is kept?"""
    return bool(await portfolio_mentor.worked(tx, member.school_id, member.person_id))


async def portfolio(tx: Tx, member: Member, chat_id: int, now: datetime) -> bool:
    """False when there is nothing to make it of."""
    kind, about = DocumentKind.PORTFOLIO_MENTOR, str(member.person_id)
    return await documents.make(tx, member, chat_id, kind, now, about) is not None


async def withdrawal(tx: Tx, member: Member, chat_id: int, now: datetime) -> bool:
    kind, about = DocumentKind.WITHDRAWAL_PD, str(member.person_id)
    return await documents.make(tx, member, chat_id, kind, now, about) is not None
