"""A document by a template and the check of one, in the worker process as the bot asks for them."""

from collections.abc import AsyncIterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from bot.worker import Worker, call
from mentoring.papers.templates.worker import our_template
from storage.vocabulary.documents import DocumentKind
from tests.bench.figures import Figure, at_most, spread
from tests.papers.templates.samples import ORDER

MOST_SECONDS = 2.0
ROUNDS = 5
KIND = DocumentKind.ORDER_REGULATION.value
MAKE = "mentoring.papers.templates.worker:document"
CHECK = "mentoring.papers.templates.worker:sent_template"


async def measure(_folder: Path) -> AsyncIterator[Figure]:
    worker = Worker()
    try:
        stages = [dict(ORDER["дорожная_карта"][0], номер=str(number)) for number in range(1, 8)]
        values = {**ORDER, "дорожная_карта": [{**each, "дела": each["дела"] * 3} for each in stages]}
        yield await _figure(worker, "an order with its roadmap in Word", MAKE, (KIND, "", values, ("Проект",)))
        yield await _figure(worker, "a sent template checked", CHECK, (our_template(KIND), ""))
    finally:
        worker.close()


async def _figure(worker: Worker, name: str, function: str, arguments: tuple[Any, ...]) -> Figure:
    """The first one loads the libraries, as it does after a minute of silence: it counts too."""
    seconds = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        await worker.run(call, function, arguments)
        seconds.append(perf_counter() - begun)
    note = f"the slowest of {ROUNDS}, with a new process; median {median(seconds):.2f}, {spread(seconds, 's')}"
    return at_most(name, max(seconds), MOST_SECONDS, "s", note=note)
