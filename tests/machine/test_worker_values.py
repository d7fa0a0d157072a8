"""What comes back from the worker process is read without the libraries that only it is to load."""

import json
import re
import subprocess
import sys
from collections.abc import Collection, Mapping
from importlib import import_module
from pathlib import Path
from typing import get_type_hints

import pytest

import mentoring

HEAVY = {"docx", "docxtpl", "jinja2", "matplotlib", "numpy", "openpyxl", "scipy", "xlsxwriter"}
SOURCES = [source.read_text("utf-8") for source in Path(mentoring.__file__).parent.rglob("*.py")]
ASKED = sorted({found for source in SOURCES for found in re.findall(r'"(mentoring\.[\w.]+:\w+)"', source)})

# The bot, then what it loads to read each answer: the heavy libraries that are there after each.
SCRIPT = """
import json, sys
from importlib import import_module

import bot.running

*modules, heavy = map(json.loads, sys.stdin)
found = {}
for module in modules:
    import_module(module)
    found[module] = sorted(set(heavy) & {name.split(".")[0] for name in sys.modules})
print(json.dumps(found))
"""


def test_the_worker_is_asked_for_many_things() -> None:
    assert len(ASKED) > 30


@pytest.fixture(scope="module")
def loaded() -> Mapping[str, Collection[str]]:
    """By the module of an answer's class: the heavy libraries in a bot that has read the answer."""
    lines = [json.dumps(each) for each in (*sorted({_answer_of(asked) for asked in ASKED}), sorted(HEAVY))]
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT], input="\n".join(lines), check=True, capture_output=True, text=True
    )
    found: dict[str, list[str]] = json.loads(ran.stdout)
    return found


@pytest.mark.parametrize("asked", ASKED)
def test_an_answer_of_the_worker_brings_no_heavy_library_into_the_bot(
    asked: str, loaded: Mapping[str, Collection[str]]
) -> None:
    assert loaded[_answer_of(asked)] == []


def _answer_of(asked: str) -> str:
    """The module in which the class of what is answered stands."""
    module, name = asked.split(":")
    answer = get_type_hints(getattr(import_module(module), name))["return"]
    return str(answer.__module__)
