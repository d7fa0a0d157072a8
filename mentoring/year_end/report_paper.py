"""The year's report in Word, by the school's own template or by ours, for the chat and for «Папка проверки» alike."""

from dataclasses import replace

from mentoring import documents
from mentoring.documents import year_report
from mentoring.jobs import Task
from mentoring.papers import year_words
from mentoring.papers.year_values import Reader, YearReport
from storage.tx import Tx


async def paper(tx: Tx, school_id: int, of: YearReport, reader: Reader) -> Task:
    filled = await year_report.filled(tx, school_id, of, reader)
    seen = await documents.seen_with(tx, school_id, year_report.KINDS[reader], str(of.school_year), filled)
    task = await documents.paper(tx, school_id, seen)
    caption = year_words.caption(of, reader, [each.what for each in seen.missing])
    return replace(task, file_name=name(of, reader, "docx"), caption=caption)


def name(of: YearReport, reader: Reader, ending: str) -> str:
    whose = ", без имён" if reader is Reader.PUBLIC else ""
    return f"Отчёт {of.school_year}-{of.school_year + 1}{whose}.{ending}"
