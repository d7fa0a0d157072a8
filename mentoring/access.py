"""Who is acting: an account, the person it is in a school now, that person's roles and consents."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mentoring.rules.consent_text import PARTICIPANT_CONSENT
from storage import accounts
from storage.accounts import Membership
from storage.tx import Tx
from storage.vocabulary import ConsentDecision, PersonState, Privacy, Role


@dataclass(frozen=True, slots=True)
class Member:
    """A person of one school, as rights are decided by it."""

    person_id: int
    school_id: int
    full_name: str
    state: PersonState
    roles: frozenset[Role]
    data_consent: ConsentDecision | None
    data_version: int | None
    contact_consent: ConsentDecision | None
    paused_until: date | None
    notice_seen: bool
    school_name: str
    school_ready: bool  # the first coordinator has named it
    zone: ZoneInfo
    privacy: Privacy

    @property
    def coordinates(self) -> bool:
        """Coordinator and deputy have the same rights."""
        return self.state is PersonState.ACTIVE and not self.roles.isdisjoint({Role.COORDINATOR, Role.DEPUTY})

    @property
    def at_work(self) -> bool:
        """A coordinator who has read the notice and named the school: before that everything leads there."""
        return self.coordinates and self.notice_seen and self.school_ready

    @property
    def waits_with_rights(self) -> bool:
        """Came by an invitation with a role, and nobody of the school has said yet that it is them."""
        return self.state is PersonState.WAITING and bool(self.roles - {Role.TEACHER})

    @property
    def reads_summary(self) -> bool:
        return self.state is PersonState.ACTIVE and Role.DIRECTOR in self.roles

    @property
    def counsels(self) -> bool:
        """A psychologist: sees who wants to come, and nothing else by this."""
        return self.state is PersonState.ACTIVE and Role.PSYCHOLOGIST in self.roles

    @property
    def consented(self) -> bool:
        """To the text as it is now: a new version is asked anew before the next answer."""
        return self.data_consent is ConsentDecision.GIVEN and self.data_version == PARTICIPANT_CONSENT.version

    @property
    def may_withdraw(self) -> bool:
        """To whatever text it was given, and when its term is over too: the answers are still here."""
        return self.data_consent in (ConsentDecision.GIVEN, ConsentDecision.LAPSED)


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever sent the update; a stranger has no account."""

    external_id: int
    account_id: int | None = None
    run_id: int | None = None  # the dialog that typed text is meant for
    member: Member | None = None
    members: tuple[Member, ...] = ()
    command_set: int = 0  # the mark of the command menu that the chat was given last
    reachable: bool = True

    @property
    def zone(self) -> ZoneInfo:
        return self.member.zone if self.member else ZoneInfo("UTC")

    def today(self, now: datetime) -> date:
        """The date where the person's school is."""
        return now.astimezone(self.zone).date()


async def actor(tx: Tx, external_id: int) -> Actor:
    """One statement brings all of it."""
    rows = await accounts.memberships(tx, external_id)
    if not rows:
        return Actor(external_id)
    members = _members(rows)
    current = next((member for member in members if member.person_id == rows[0].current_person_id), None)
    if current is None and members:
        current = members[0]
    account = rows[0]
    return Actor(
        external_id, account.account_id, account.run_id, current, members, account.command_set, account.reachable
    )


async def remember_commands(tx: Tx, external_id: int, mark: int) -> None:
    """Which command menu the chat was given."""
    await accounts.set_command_set(tx, external_id, mark)


def _members(rows: list[Membership]) -> tuple[Member, ...]:
    by_person: dict[int, list[Membership]] = {}
    for row in rows:
        if row.person_id is not None and row.state not in (PersonState.ERASED, PersonState.REFUSED):
            by_person.setdefault(row.person_id, []).append(row)
    return tuple(_member(same) for same in by_person.values())


def _member(rows: list[Membership]) -> Member:
    row = rows[0]
    if row.person_id is None or row.school_id is None or row.state is None:
        raise LookupError("a membership without a person")
    return Member(
        person_id=row.person_id,
        school_id=row.school_id,
        full_name=row.full_name or "",
        state=row.state,
        roles=frozenset(each.role for each in rows if each.role),
        data_consent=row.data_decision,
        data_version=row.data_version,
        contact_consent=row.contact_decision,
        paused_until=row.paused_until,
        notice_seen=row.notice_seen_at is not None,
        school_name=row.school_name or "",
        school_ready=row.school_set_up_at is not None,
        zone=ZoneInfo(row.time_zone or "Europe/Moscow"),
        privacy=row.privacy or Privacy.NORMAL,
    )
