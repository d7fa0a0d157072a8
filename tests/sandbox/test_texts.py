"""Texts: what is refused, what is trimmed, which entities come out."""

import pytest

from sandbox.world import User, World
from tests.sandbox.conftest import BotSide

PARSE = "400 Bad Request: can't parse entities: "


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", "400 Bad Request: message text is empty"),
        (" \n ", "400 Bad Request: text must be non-empty"),
        ("\u200b\u2060", "400 Bad Request: text must be non-empty"),
        ("<b> </b>", "400 Bad Request: text must be non-empty"),
        ("я" * 4097, "400 Bad Request: message is too long"),
        ("я" * 16385, "400 Bad Request: text is too long"),
        ("я <x>", PARSE + 'Unsupported start tag "x" at byte offset 3'),
        ("<b>я", PARSE + 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>я</i>", PARSE + 'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"'),
        ("я</b>", PARSE + "Unexpected end tag at byte offset 2"),
        ("я <b", PARSE + "Unclosed start tag at byte offset 3"),
        ("<a href='x", PARSE + "Unclosed start tag at byte offset 0"),
        ("<b>я</b", PARSE + "Unclosed end tag at byte offset 5"),
        ("<a ='x'>я</a>", PARSE + 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<span>я</span>", PARSE + 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a href=x_y>я</a>", PARSE + "Unexpected end of name token at byte offset 8"),
    ],
)
async def test_a_text_is_refused_in_telegrams_words(bot: BotSide, vera: User, text: str, refusal: str) -> None:
    assert await bot.refusal("sendMessage", chat_id=vera.id, text=text, parse_mode="HTML") == refusal


async def test_an_unknown_parse_mode_is_refused(bot: BotSide, vera: User) -> None:
    refusal = await bot.refusal("sendMessage", chat_id=vera.id, text="я", parse_mode="RTF")
    assert refusal == "400 Bad Request: unsupported parse_mode"


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("<b>Да</b> и <i>нет</i>", "Да и нет", [("bold", 0, 2), ("italic", 5, 3)]),
        ("<b>Ж<i>к</i></b>", "Жк", [("bold", 0, 2), ("italic", 1, 1)]),
        ("&lt;b&gt; &amp; &quot; &#1103; &nbsp;", '<b> & " я &nbsp;', []),
        ("🙂 <b>я</b>", "🙂 я", [("bold", 3, 1)]),
        ("  <b> да </b>  ", "да", [("bold", 0, 2)]),
        ("<span class='tg-spoiler'>т</span>", "т", [("spoiler", 0, 1)]),
        ("<tg-spoiler>т</tg-spoiler>", "т", [("spoiler", 0, 1)]),
        ("<blockquote expandable>ц</blockquote>", "ц", [("expandable_blockquote", 0, 1)]),
        ("<code>к</code>", "к", [("code", 0, 1)]),
        ("см. https://example.com/x.", "см. https://example.com/x.", [("url", 4, 21)]),
        ("/menu и @nastavnik_demo_bot", "/menu и @nastavnik_demo_bot",
         [("bot_command", 0, 5), ("mention", 8, 19)]),
        ("<code>/menu</code>", "/menu", [("code", 0, 5)]),
        ("<b></b>я", "я", []),
        ("<a href='nowhere'>я</a>", "я", []),
    ],
)  # fmt: skip
async def test_html_becomes_text_and_entities(
    bot: BotSide, vera: User, html: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    sent = await bot("sendMessage", chat_id=vera.id, text=html, parse_mode="HTML")
    assert sent["text"] == text
    found = [(one["type"], one["offset"], one["length"]) for one in sent.get("entities", [])]
    assert found == entities


async def test_links_and_languages_are_kept(bot: BotSide, vera: User, world: World) -> None:
    html = '<a href="https://t.me/x?start=1&amp;a=2">т</a> <pre><code class="language-python">1</code></pre>'
    await bot("sendMessage", chat_id=vera.id, text=html, parse_mode="HTML")
    link, code = world.chat(vera.id).messages[-1].entities
    assert link.url == "https://t.me/x?start=1&a=2"
    assert (code.type, code.language) == ("pre", "python")


async def test_the_longest_text_passes(bot: BotSide, vera: User) -> None:
    sent = await bot("sendMessage", chat_id=vera.id, text="<b>" + "я" * 4096 + "</b>", parse_mode="html")
    assert len(sent["text"]) == 4096


async def test_plain_text_keeps_its_angle_brackets(bot: BotSide, vera: User) -> None:
    assert (await bot("sendMessage", chat_id=vera.id, text="a < b"))["text"] == "a < b"
