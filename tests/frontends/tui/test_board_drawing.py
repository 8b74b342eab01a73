"""Walking on the board and what is drawn of it, without a screen."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from wizard.core.problems import Place
from wizard.core.screen import BadgeView, BlockCard, BlockView, FindingView
from wizard.frontends.tui.widgets.board.faces import Line
from wizard.frontends.tui.widgets.board.filling import short_title, window
from wizard.frontends.tui.widgets.board.legend import legend_line
from wizard.frontends.tui.widgets.board.places import spots
from wizard.frontends.tui.widgets.board.telling import Part, told_lines
from wizard.frontends.tui.widgets.board.walker import Walker
from wizard.frontends.tui.widgets.board.walking import At

SEGMENTS = tuple(BadgeView(card=f"s{n}", letter="ABCDEF"[n], number=n, face=f"Segment {n}") for n in range(6))
ANY_TEXT = st.lists(
    st.one_of(
        st.text(st.characters(blacklist_categories=["Cc", "Cs"]), max_size=20),
        st.sampled_from(
            ["👩\u200d👩\u200d👧", "日本語", "שלום", "مرحبا", "e\u0301\u0301", " ", "🇬🇧", "x" * 300]
        ),
    ),
    max_size=8,
).map("".join)


def card(id: str, face: str = "", *badges: BadgeView, **more: object) -> BlockCard:
    return BlockCard(id=id, place=Place("q", id), face=face or f"Card {id}", badges=badges, **more)  # type: ignore[arg-type]


def block(id: str, column: int, row: int, *cards: BlockCard, width: int = 1, height: int = 1) -> BlockView:
    return BlockView(
        id=id,
        title=f"Block {id}",
        hint="Hint",
        column=column,
        row=row,
        width=width,
        height=height,
        cards=cards,
    )


def walker(*blocks: BlockView, size: tuple[int, int] = (80, 24)) -> Walker:
    found = Walker()
    found.resize(*size)
    found.show(blocks, (), lettered=True)
    return found


def plain(lines: list[Line]) -> list[str]:
    return ["".join(text for text, _ in line) for line in lines]


# Geometry

CANVAS = (
    block("partners", 1, 1, width=2, height=2),
    block("activities", 3, 1, width=2),
    block("resources", 3, 2, width=2),
    block("offers", 5, 1, width=2, height=2),
    block("relations", 7, 1, width=2),
    block("channels", 7, 2, width=2),
    block("segments", 9, 1, width=2, height=2),
    block("costs", 1, 3, width=5),
    block("revenue", 6, 3, width=5),
)
PINWHEEL = (
    block("north", 1, 1, width=2),
    block("east", 3, 1, height=2),
    block("south", 2, 3, width=2),
    block("west", 1, 2, height=2),
    block("middle", 2, 2),
)


@pytest.mark.parametrize(
    ("at", "keys", "to"),
    [
        ("offers", ["right"], "relations"),
        ("partners", ["right", "right"], "offers"),
        ("segments", ["left"], "relations"),
        ("relations", ["down"], "channels"),
        ("channels", ["down"], "revenue"),
        ("channels", ["down", "up"], "channels"),
        ("segments", ["down", "up"], "segments"),
        ("costs", ["right"], "revenue"),
        ("segments", ["right"], "segments"),
        ("revenue", ["down"], "revenue"),
    ],
)
def test_arrows_lead_to_the_block_that_lies_there(at: str, keys: list[str], to: str) -> None:
    run = walker(*CANVAS)
    run.stand(At(at))
    for key in keys:
        press(run, key)
    assert run.at is not None
    assert to == run.at.block


def press(run: Walker, key: str) -> None:
    match key:
        case "left" | "right":
            run.cross(1 if key == "right" else -1)
        case "up" | "down":
            run.step(1 if key == "down" else -1)
        case "tab":
            run.turn(1)


@st.composite
def tilings(draw: st.DrawFn) -> tuple[BlockView, ...]:
    """A grid cut into blocks, over and over."""
    waiting = [(1, 1, draw(st.integers(1, 8)), draw(st.integers(1, 6)))]
    cells: list[tuple[int, int, int, int]] = []
    while waiting:
        column, row, width, height = waiting.pop()
        across = draw(st.booleans())
        if len(cells) + len(waiting) > 14 or (width if across else height) == 1:
            cells.append((column, row, width, height))
        elif across:
            at = draw(st.integers(1, width - 1))
            waiting += [(column, row, at, height), (column + at, row, width - at, height)]
        else:
            at = draw(st.integers(1, height - 1))
            waiting += [(column, row, width, at), (column, row + at, width, height - at)]
    return tuple(
        block(str(n), column, row, *(card(f"{n}.{m}") for m in range(n % 3)), width=width, height=height)
        for n, (column, row, width, height) in enumerate(cells)
    )


@settings(max_examples=8)
@given(st.one_of(tilings(), st.just(CANVAS), st.just(PINWHEEL)), st.booleans())
def test_from_every_block_arrows_and_tab_lead_to_every_other(
    blocks: tuple[BlockView, ...], zoomed: bool
) -> None:
    run = walker(*blocks, size=(120, 36))
    run.zoomed = zoomed
    keys = ("left", "right", "up", "down", "tab")
    for start in blocks:
        seen: set[At | None] = set()
        waiting: list[At | None] = [At(start.id)]
        while waiting:
            at = waiting.pop()
            if at in seen:
                continue
            seen.add(at)
            for key in keys:
                run.stand(at)
                press(run, key)
                waiting.append(run.at)
        assert {found.id for found in blocks} == {at.block for at in seen if at is not None}


@settings(max_examples=20)
@given(tilings())
def test_arrows_alone_lead_to_every_block_even_where_all_are_empty(blocks: tuple[BlockView, ...]) -> None:
    bare = tuple(block(b.id, b.column, b.row, width=b.width, height=b.height) for b in blocks)
    run = walker(*bare, size=(120, 36))
    seen: set[str] = set()
    waiting = [bare[0].id]
    while waiting:
        at = waiting.pop()
        if at not in seen:
            seen.add(at)
            for key in ("left", "right", "up", "down"):
                run.stand(At(at))
                press(run, key)
                assert run.at is not None
                waiting.append(run.at.block)
    assert {found.id for found in bare} == seen


def test_up_and_down_go_through_the_cards_and_then_on() -> None:
    run = walker(block("a", 1, 1, card("1"), card("2")), block("b", 1, 2, card("3")))
    seen = [run.at]
    for key in ("down", "down", "up", "up", "up", "up"):
        press(run, key)
        seen.append(run.at)
    assert [
        At("a", "1"),
        At("a", "2"),
        At("b", "3"),
        At("b"),
        At("a", "2"),
        At("a", "1"),
        At("a"),
    ] == seen


def test_sideways_one_arrives_at_the_card_beside() -> None:
    cards = [card(str(n)) for n in range(6)]
    run = walker(block("a", 1, 1, *cards[:3]), block("b", 2, 1, *cards[3:]))
    run.stand(At("a", "2"))
    run.cross(1)
    assert At("b", "5") == run.at


def test_the_ends_and_pages_of_a_block() -> None:
    run = walker(block("a", 1, 1, *(card(str(n)) for n in range(50))))
    run.go_to_end(last=True)
    assert At("a", "49") == run.at
    run.page(-1)
    assert run.at is not None
    assert 20 < int(run.at.card) < 45
    run.go_to_end(last=False)
    assert At("a", "0") == run.at


# Live


def test_the_cursor_stays_on_its_card_wherever_that_goes() -> None:
    run = walker(block("a", 1, 1, card("1"), card("2")), block("b", 2, 1))
    run.stand(At("a", "2"))
    run.show((block("a", 1, 1, card("1")), block("b", 2, 1, card("0"), card("2"))), (), lettered=True)
    assert At("b", "2") == run.at


def test_where_the_card_is_gone_the_cursor_is_on_the_one_that_took_its_place() -> None:
    run = walker(block("a", 1, 1, card("1"), card("2"), card("3")))
    run.stand(At("a", "2"))
    run.show((block("a", 1, 1, card("1"), card("3")),), (), lettered=True)
    assert At("a", "3") == run.at
    run.show((block("a", 1, 1),), (), lettered=True)
    assert At("a") == run.at
    run.show((), (), lettered=True)
    assert [" " * 80] * 24 == plain(run.lines())


# Drawing


def test_a_board_with_letters_links_and_findings() -> None:
    a, b, c = SEGMENTS[:3]
    run = walker(
        block("a", 1, 1, card("s0", "Hotels", a, linked=("2",)), card("s1", "Cafes", b)),
        block(
            "b",
            2,
            1,
            card("2", "Crumbs, ready to fry", a, links=("s0",), severity="warn"),
            card("3", "For all", a, b, c),
            card("4", "For nobody", complete=False),
        ),
        size=(41, 9),
    )
    assert [
        "┏━━━━━━━━━━━━━━━━━━━┓───────────────────┐",
        "┃Block a           2┃Block b           3│",
        "┃▸A Hotels          ┃←A Crumbs, ready  ▲│",
    ] == plain(run.lines())[:3]
    run.ask_for("s1")
    drawn = "\n".join(plain(run.lines()))
    assert "▸· Hotels" in drawn
    assert "B Cafes" in drawn
    assert "←· Crumbs" in drawn
    assert "ABC For all" in drawn
    assert "· For nobody" in drawn
    assert "◐" in drawn


def test_without_letters_cards_have_bullets() -> None:
    run = Walker()
    run.resize(20, 6)
    run.show((block("a", 1, 1, card("1", "Hotels")),), (), lettered=False)
    assert "┃▸• Hotels         ┃" == plain(run.lines())[2]


def test_a_letter_that_is_asked_for_shows_even_where_there_is_no_room_for_all() -> None:
    run = walker(block("a", 1, 1, card("1", "Fire", *SEGMENTS)), size=(14, 6))
    assert "▸A+ Fire" in plain(run.lines())[2]
    run.ask_for("s4")
    assert "▸E+ Fire" in plain(run.lines())[2]


def test_a_block_with_more_cards_than_room_says_so_and_follows_the_cursor() -> None:
    run = walker(block("a", 1, 1, *(card(str(n)) for n in range(20))), size=(20, 8))
    assert "┃↓ 16 more         ┃" == plain(run.lines())[-2]
    for _ in range(9):
        run.step(1)
    drawn = "\n".join(plain(run.lines()))
    assert "▸· Card 9" in drawn
    assert "↑ " in drawn
    assert "↓ " in drawn
    run.go_to_end(last=True)
    assert "↓" not in "\n".join(plain(run.lines()))


def test_a_wheel_scrolls_a_block_without_the_cursor() -> None:
    run = walker(block("a", 1, 1, *(card(str(n)) for n in range(20))), size=(20, 8))
    run.scroll("a", 3)
    assert "↑ 3 more" in "\n".join(plain(run.lines()))
    run.scroll("a", 100)
    assert "Card 19" in "\n".join(plain(run.lines()))
    run.scroll("a", -1)
    assert "Card 19" not in "\n".join(plain(run.lines()))
    assert At("a", "0") == run.at


def test_an_empty_block_has_its_hint() -> None:
    run = walker(block("a", 1, 1), block("b", 2, 1), size=(41, 6))
    assert "┃Hint               ┃Hint               │" == plain(run.lines())[2]


def test_a_finding_about_a_block_stands_at_its_title() -> None:
    run = Walker()
    run.resize(20, 6)
    found = BlockView(id="a", title="A", hint="", column=1, row=1, width=1, height=1, findings=("f", "g"))
    told = (FindingView(id="f", severity="tip", text="F"), FindingView(id="g", severity="block", text="G"))
    run.show((found,), told, lettered=False)
    assert "┃▸A               ■┃" == plain(run.lines())[1]


def test_zoomed_a_block_shows_whole_cards_and_what_is_below_them() -> None:
    face = "Neighbourhood bakeries that throw away half of what they bake, day after day"
    run = Walker(lambda card: ((f"tail of {card.id}", "$quiet"),))
    run.resize(40, 12)
    run.show((block("a", 1, 1, card("1", face)), block("b", 2, 1, card("2"))), (), lettered=False)
    assert "tail" not in "\n".join(plain(run.lines()))
    run.zoom()
    drawn = " ".join("".join(plain(run.lines())).replace("┃", " ").split())
    assert face in drawn
    assert "tail of 1" in drawn
    assert "Block b" not in drawn
    run.cross(1)
    assert "Block b" in plain(run.lines())[1]


def test_a_cell_tells_what_is_drawn_in_it() -> None:
    run = walker(block("a", 1, 1, card("1"), card("2")), block("b", 2, 1, card("3")), size=(41, 9))
    lines = plain(run.lines())
    second = next(y for y, line in enumerate(lines) if "Card 2" in line)
    assert [At("a"), At("a", "2"), At("b", "3"), None] == [
        run.hit(3, 1),
        run.hit(3, second),
        run.hit(25, 2),
        run.hit(41, 2),
    ]


@settings(max_examples=40)
@given(
    st.lists(ANY_TEXT, max_size=30),
    st.integers(3, 90),
    st.integers(3, 30),
    st.integers(0, 29),
    st.booleans(),
    st.booleans(),
)
def test_every_line_is_as_wide_as_the_screen(
    faces: list[str], width: int, height: int, at: int, zoomed: bool, asked: bool
) -> None:
    cards = [card(str(n), face, *SEGMENTS[: n % 7]) for n, face in enumerate(faces)]
    run = walker(
        block("a", 1, 1, *cards[::2], height=2),
        block("b", 2, 1, *cards[1::2]),
        block("c", 2, 2),
        size=(width, height),
    )
    run.zoomed = zoomed
    run.ask_for("s2" if asked else "")
    if cards:
        run.stand(At("b" if at % len(cards) % 2 else "a", str(at % len(cards))))
    lines = plain(run.lines())
    assert height == len(lines)
    assert [] == [line for line in lines if cell_len(line) != width]
    if cards and min(width, height) >= 12:
        assert "▸" in "".join(lines)


def test_the_chosen_card_is_in_view_however_low_the_block_is() -> None:
    for height in range(4, 12):
        run = walker(
            block("a", 1, 1, *(card(str(n), "Long words on a card") for n in range(9))), size=(16, height)
        )
        for n in range(9):
            run.stand(At("a", str(n)))
            assert "▸" in "".join(plain(run.lines())), (height, n)


@given(st.lists(st.integers(1, 6), min_size=1, max_size=40), st.integers(3, 20), st.integers(0, 39))
def test_a_window_holds_the_wanted_card_and_fits(heights: list[int], room: int, at: int) -> None:
    at %= len(heights)
    found = window(lambda n: heights[n], len(heights), room, 0, at)
    assert found.first <= at < found.last
    used = sum(heights[found.first : found.last]) + sum(found.marks(room, len(heights)))
    assert used <= room or found.last == found.first + 1


def test_frames_of_neighbours_share_a_line() -> None:
    found = spots((block("a", 1, 1), block("b", 2, 1)), 41, 9)
    assert found["a"].right == found["b"].left


# What is told around it


def test_a_title_that_is_too_long_keeps_its_last_word_or_its_initials() -> None:
    assert ["Segments", "Segme…", "CS", "Chan…"] == [
        short_title("Customer segments", 10),
        short_title("Customer segments", 6),
        short_title("Customer segments", 4),
        short_title("Channels", 5),
    ]


@given(ANY_TEXT, st.integers(1, 30))
def test_a_title_fits(title: str, width: int) -> None:
    assert cell_len(short_title(title, width)) <= width


def test_the_legend_shows_as_many_names_as_fit_and_always_the_one_asked_for() -> None:
    runs, ends = legend_line(SEGMENTS, "", 80)
    assert " A Segm" in "".join(text for text, _ in runs)
    for badge in SEGMENTS:
        runs, ends = legend_line(SEGMENTS, badge.card, 40)
        text = "".join(text for text, _ in runs)
        assert cell_len(text) <= 40
        assert f"[{badge.letter} " in text
        assert badge.card in [card for _, card in ends]


@given(st.integers(0, 40), st.integers(24, 200), st.integers(0, 39))
def test_the_legend_fits(count: int, width: int, at: int) -> None:
    badges = [
        BadgeView(card=str(n), letter="ABC"[n % 3] * (1 + n // 26), number=n, face="日本 names")
        for n in range(count)
    ]
    runs, _ = legend_line(badges, str(at), width)
    assert cell_len("".join(text for text, _ in runs)) <= width


def test_what_is_told_uses_the_lines_that_are_left() -> None:
    parts = [Part((("A", ""),), "A face of several words"), Part((("▲", ""),), "Mind the gap")]
    assert ["A A face of", "  several", "  words", "▲ Mind the gap"] == [
        line.plain for line in told_lines(parts, 14, 4)
    ]
    assert ["A A face of several words …"] == [line.plain for line in told_lines(parts, 30, 1)]
