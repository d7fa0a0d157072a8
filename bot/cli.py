"""The command line: run the bot, add a school, invite, back up, restore, check."""

import argparse
import asyncio
import os
import sys
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot import backup, desk, health, running, sealing
from bot.instance import AlreadyRunning
from bot.intake import CannotPoll
from bot.log import configure, last_line
from bot.server import CannotListen
from bot.settings import Settings, settings_from_outside
from storage.migrations import NewerSchema
from storage.vocabulary import Role

FOR_GOOD = 3  # starting again by itself would change nothing, or would fight with another instance


def main(arguments: list[str] | None = None) -> None:
    """Exit codes: 0 done; 1 a clear reason why not, on standard error; 2 wrong usage; 3 a dead token or another bot."""
    parsed = _parser().parse_args(arguments)
    os.umask(0o077)  # whatever a command makes is for its owner alone
    try:
        settings = settings_from_outside()
        configure(settings)
        with asyncio.Runner(loop_factory=running.loop_factory()) as runner:
            runner.run(_run(parsed, settings))
            if parsed.command is None:
                running.leave()
    except ValidationError as error:
        _give_up(f"the settings are wrong: {'; '.join(map(_wrong, error.errors(include_input=False)))}")
    except (AlreadyRunning, CannotPoll) as error:
        _give_up(str(error), FOR_GOOD)
    except (CannotListen, NewerSchema, desk.Refused, sealing.Refused) as error:
        _give_up(str(error))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description="Nastavnik; without a command it runs the bot")
    commands = parser.add_subparsers(dest="command")
    school = commands.add_parser("school", help="schools of this installation").add_subparsers(
        dest="act", required=True
    )
    school.add_parser("add", help="add a school").add_argument("name")
    invite = commands.add_parser("invite", help="print a one-time code and a link")
    invite.add_argument("--role", required=True, choices=[role.value for role in Role])
    invite.add_argument("--school", type=int, metavar="ID", help="needed when there are several schools")
    invite.add_argument("--name", default="", metavar="NAME", help="the person's full name")
    invite.add_argument(
        "--at-once",
        action="store_true",
        help="ask no coordinator whether it is them: for a school whose coordinators have lost their accounts",
    )
    key = commands.add_parser("backup-key", help="make a key for encrypted backups, outside of DATA_DIR")
    key.add_argument("file", type=Path)
    copy = commands.add_parser("backup", help="a consistent copy of the running bot's database; encrypted with a key")
    copy.add_argument("file", type=Path)
    restore = commands.add_parser(
        "restore", help="put a copy, encrypted or not, in the place of a stopped bot's database"
    )
    restore.add_argument("file", type=Path)
    commands.add_parser("check", help="last plan, what waits, what comes next; exit code 1 when somebody should look")
    return parser


async def _run(parsed: argparse.Namespace, settings: Settings) -> None:
    match parsed.command:
        case "school":
            await desk.add_school(settings, parsed.name)
        case "invite":
            role, school = Role(parsed.role), parsed.school
            await desk.invite(settings, role, school_id=school, full_name=parsed.name, at_once=parsed.at_once)
        case "backup-key":
            sealing.make_key(settings, parsed.file)
            print(f"BACKUP_KEY_FILE={parsed.file.resolve()}: keep a second copy of it, without it no backup opens")
        case "backup":
            if left_out := await backup.back_up(settings, parsed.file):
                print(f"left out: {left_out} questionnaires without names that are still being answered")
        case "restore":
            aside = await backup.restore(settings, parsed.file)
            if aside is not None:
                print(f"the database before is kept as {aside.name} for {backup.ASIDE_DAYS} days, then it is removed")
        case "check":
            if not await health.check(settings):
                sys.exit(1)
        case _:
            await running.run(settings)


def _wrong(setting: ErrorDetails) -> str:
    """Its name, and what it should be: never what it is."""
    name = ".".join(str(part) for part in setting["loc"]).upper()
    return f"{name}: {setting['msg']}" if name else setting["msg"]


def _give_up(reason: str, code: int = 1) -> None:
    last_line(reason)
    sys.exit(code)
