"""What the year's report is filled with; it is about a school year, or about the present one."""

from datetime import datetime

from mentoring.documents import of_school
from mentoring.documents.filled import Filled
from mentoring.documents.year_report_values import values_of
from mentoring.papers.year_values import Reader, YearReport
from mentoring.year_end import gathering
from storage.tx import Tx
from storage.vocabulary.documents import DocumentKind

KINDS = {Reader.INTERNAL: DocumentKind.YEAR_REPORT, Reader.PUBLIC: DocumentKind.YEAR_REPORT_PUBLIC}


async def internal(tx: Tx, school_id: int, about: str, now: datetime) -> Filled:
    return await filled(tx, school_id, await _report(tx, school_id, about, now), Reader.INTERNAL)


async def public(tx: Tx, school_id: int, about: str, now: datetime) -> Filled:
    return await filled(tx, school_id, await _report(tx, school_id, about, now), Reader.PUBLIC)


async def filled(tx: Tx, school_id: int, of: YearReport, reader: Reader) -> Filled:
    """A draft as long as its conclusions and the plan are not written."""
    known = await of_school.values(tx, school_id, KINDS[reader])
    return Filled({**known, **values_of(of, reader)}, is_draft=not (of.conclusions and of.plan))


async def _report(tx: Tx, school_id: int, about: str, now: datetime) -> YearReport:
    year = int(about) if about.isascii() and about.isdecimal() else None
    return await gathering.gather(tx, school_id, now, year)
