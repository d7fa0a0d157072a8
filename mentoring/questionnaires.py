"""Which form a person is asked: the school's own version, else the one that comes with the bot.

Every form that is asked is kept whole, by its digest: people in the middle finish what they began, and old answers
keep their questions, whatever is published or shipped later.
"""

import json
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from mentoring import forms
from mentoring.rules.forms import Form, parse_form, raw_of
from storage import forms as rows
from storage.runs import Run
from storage.tx import Tx


@dataclass(frozen=True, slots=True)
class Asked:
    """A form to be asked; a small form of the bot's own has no digest, for nothing of it is kept."""

    form: Form
    digest: str | None


class Unknown(LookupError):
    """Neither the bot nor the school has such a form."""


async def current(tx: Tx, school_id: int, key: str) -> Asked:
    """What is asked of whoever begins now. Raises Unknown."""
    shipped = forms.load().forms.get(key)
    if shipped is not None and not shipped.summary:
        return Asked(shipped, None)
    own = await rows.newest(tx, school_id, key)
    if own is not None:
        return Asked(read(own.digest, own.content), own.digest)
    if shipped is None:
        raise Unknown(key)
    return Asked(shipped, await keep(tx, shipped))


async def of_run(tx: Tx, run: Run) -> Form:
    """What this person is asked, from the first question to the last."""
    return await asked(tx, run.form_key, run.digest)


async def asked(tx: Tx, form_key: str, digest: str | None) -> Form:
    """The form of a run by what the run says of it; an older run or a small form names no digest."""
    return forms.load().get(form_key) if digest is None else await by_digest(tx, digest)


async def by_digest(tx: Tx, digest: str) -> Form:
    known = _shipped().get(digest) or _read.get(digest)
    if known is not None:
        return known
    content = await rows.content(tx, digest)
    if content is None:
        raise LookupError("a form that was asked is not kept")
    return read(digest, content)


async def keep(tx: Tx, form: Form) -> str:
    """Keep the whole form; returns its digest."""
    content = written(form)
    digest = digest_of(content)
    await rows.keep(tx, digest, content)
    return digest


def written(form: Form) -> str:
    """The same form gives the same text, the order of its options included."""
    return json.dumps(raw_of(form), ensure_ascii=False)


def digest_of(content: str) -> str:
    return sha256(content.encode()).hexdigest()[:32]


def read(digest: str, content: str) -> Form:
    """The same object each time: what is worked out of a form is kept by it."""
    known = _shipped().get(digest) or _read.get(digest)
    if known is None:
        if len(_read) >= _MOST_READ:
            _read.clear()
        known = _read[digest] = parse_form(json.loads(content), {})
    return known


_MOST_READ = 500
_read: dict[str, Form] = {}


@lru_cache(maxsize=1)
def _shipped() -> dict[str, Form]:
    """Those of the bot's own forms that people come back to."""
    own = (form for form in forms.load().forms.values() if form.summary)
    return {digest_of(written(form)): form for form in own}
