"""What the tests of erasure look for is found wherever it may hide."""

import json
import zipfile
from pathlib import Path

import pytest

from bot.intake import kept
from tests.traces import holds, read

MARK = "Маркер-7"
UPDATE = {"update_id": 7, "message": {"text": f"Это {MARK}!"}}


@pytest.mark.parametrize(
    "content",
    [
        MARK.encode(),
        f"было {MARK} стало".encode("utf-16-le"),
        f"<t>{MARK}</t>".encode("ascii", "xmlcharrefreplace"),
        json.dumps(kept(UPDATE)).encode(),
        json.dumps({"body": json.dumps(kept(UPDATE))}).encode(),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_a_mark_is_found_in_every_spelling(tmp_path: Path, content: bytes, packed: bool) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"\xd0\x00" + content + b"\xff")
    if packed:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
            made.writestr("word/document.xml", content * 9)
    assert holds(path, "nothing", MARK)
    assert not holds(path, "Маркер-8")


def test_escaped_text_is_read_in_its_own_letters() -> None:
    once = json.dumps(UPDATE)
    for text in (MARK, once, json.dumps([once]), once.replace("\\u04", "\\U04".lower())):
        assert MARK in read(text)
    assert MARK not in once
