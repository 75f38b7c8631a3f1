"""The HTML report in a real browser: filters, jumps, keys, search, folding, paper, and texts that would like to be programs."""

from __future__ import annotations

import base64
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped]
import pytest

from aratame import diff, diff_table
from aratame.model import Document
from aratame.reporting import Wishes, html

if TYPE_CHECKING:
    from collections.abc import Callable

    from browser.conftest import Page

    Show = Callable[..., Page]

EXAMPLE = Path(__file__).parents[2] / "corpora" / "flagship"
FLAGSHIP = html.diff_report(diff(EXAMPLE / "before.txt", EXAMPLE / "after.txt"), Wishes())
ENGLISH = html.diff_report(diff(EXAMPLE / "before.txt", EXAMPLE / "after.txt"), Wishes(language="en"))
TABLE = html.table_report(diff_table(EXAMPLE / "henko.tsv"), Wishes())
SHOWN = ".change:not([hidden])"
AT_REST = 0.5
"""Seconds after which a search that was typed has been made: twice what the page waits."""


def statute(articles: int) -> str:
    """A report on a statute of which every fiftieth article changed."""
    lines = [
        f"第{number}条　北浜機構の長は、登録簿第{number * 7}面の記載事項について遅滞なく届け出るものとする。"
        for number in range(1, articles + 1)
    ]
    after = [line.replace("遅滞なく", "三十日以内に") if at % 50 == 0 else line for at, line in enumerate(lines)]
    return html.diff_report(diff("\n".join(lines), "\n".join(after)), Wishes())


def test_filter_by_kind_and_by_weight(show: Show) -> None:
    page = show(FLAGSHIP)
    everything = page.count(SHOWN)
    page.click("#none")
    page.click("[name=weight][value=m]")
    assert page.count(SHOWN) == 0
    page.click("[name=kind][value=modality]")
    assert page.count(SHOWN) == 1
    assert "しなければならない" in page.text(f"{SHOWN} .after ins[data-k^=modality]")
    assert page.text("#status") == f"変更 {page.count('.entry')}件のうち 1件を表示"
    assert page.count(".entry:not([hidden])") == 1
    # What is filtered out of a change that is shown is no longer marked as a change.
    assert page.count(f"{SHOWN} [data-k].off") == page.count(f"{SHOWN} .text [data-k]") - 2
    page.click("#all")
    page.click("[name=weight][value=m]")
    assert page.count(SHOWN) == everything
    assert page.text("#status") == ""
    page.click("[name=weight][value=s]")
    assert page.count(f"{SHOWN}[data-t*='/f']") == page.count(SHOWN) > 0
    assert page.count("nav .off") == everything - page.count(SHOWN)


@pytest.mark.parametrize(("forth", "back"), [("n", "p"), ("j", "k")])
def test_keys_go_from_change_to_change(show: Show, forth: str, back: str) -> None:
    page = show(FLAGSHIP)
    page.press(forth)
    first = page.key(".change.here")
    page.press(forth)
    assert page.run("return document.activeElement.id") == page.key(".change.here") != first
    assert page.text("#position") == f"2 / {page.count('.change')}"
    assert page.key("nav .here a") == page.key(".where .here")
    page.press(back)
    assert page.key(".change.here") == first
    page.press(back)
    assert page.key(".change.here") == first
    page.click("#keys")
    page.press(forth)
    assert page.key(".change.here") == first


def test_buttons_pass_by_what_is_filtered_out(show: Show) -> None:
    page = show(FLAGSHIP)
    page.click("#none")
    for kind in ("date", "quantity"):
        page.click(f"[name=kind][value={kind}]")
    page.click("[name=weight][value=m]")
    page.click("#next")
    assert page.text("#position") == "1 / 2"
    assert page.text(".change.here h3") == "第６条（決定）"
    page.click("#next")
    assert page.text(".change.here h3") == "附則"
    page.click("#next")
    assert page.text("#position") == "2 / 2"


def test_search_finds_what_changed_and_what_did_not(show: Show) -> None:
    page = show(FLAGSHIP)
    page.press("/")
    page.press("14情報")  # typed in narrow figures; n and k are no commands here
    time.sleep(AT_REST)
    assert page.text("#status").endswith("「14情報」は 1か所（うち変更のない所 1か所）")
    assert page.count(SHOWN) == page.count(".entry:not([hidden])") == 0
    assert "14情報" in page.text(".opened:not([hidden])")
    assert page.run("return [...CSS.highlights.get('found')].map(String)") == ["14情報", "14情報"]
    page.press("\ue00c")  # Escape
    assert page.count(".opened:not([hidden])") == 0
    assert page.count(SHOWN) == page.count(".change")


def test_search_looks_across_marks_and_past_widths(show: Show) -> None:
    page = show(FLAGSHIP)
    page.press("/")
    page.press("14日以内\ue007")  # the text has １４日 marked and 以内 not; Enter goes to it
    assert page.text(".change.here h3") == "第６条（決定）"
    assert page.run("return [...CSS.highlights.get('found')].map(String)") == ["１４日以内"]


def test_search_looks_into_what_is_closed(show: Show) -> None:
    long = "登録簿の記載事項について遅滞なく届け出るものとする。" * 9
    before = f"第一条　4情報を{long}北浜の{long}\n２　次のとおりとする。\n"
    page = show(html.diff_report(diff(before, before.replace("4", "5").replace("次の", "左の")), Wishes()))
    assert "北浜の" not in page.text(".change")
    page.press("/")
    page.press("字略\ue007")  # what the page itself says is not found
    assert page.text("#status").endswith("「字略」は 0か所（うち変更のない所 0か所）")
    page.press("\ue00c/。北浜の登\ue007")
    assert page.text("#status").endswith("「。北浜の登」は 2か所（うち変更のない所 0か所）")
    assert page.text(".change.here .before .text").count("北浜の") == 1
    assert page.run("return [...CSS.highlights.get('found')].map(String)") == ["。北浜の登"] * 2


def test_unchanged_parts_open_on_demand(show: Show) -> None:
    page = show(FLAGSHIP)
    assert "この要綱は、高齢者の居宅を訪" not in page.text("#comparison")
    page.click(".fold > button")
    assert page.run("return document.querySelector('.fold > button').getAttribute('aria-expanded')") == "true"
    assert page.count(".opened .before .text") == page.count(".opened .after .text") == 2
    page.click(".fold > button")
    assert page.count(".opened:not([hidden])") == 0


def test_unchanged_parts_are_open_where_they_were_asked_for(show: Show) -> None:
    page = show(html.diff_report(diff(EXAMPLE / "before.txt", EXAMPLE / "after.txt"), Wishes(unchanged=True)))
    assert "この要綱は、高齢者の居宅を訪" in page.text("#comparison")
    assert page.count(".fold > [aria-expanded=false]") == 0


def test_links_lead_to_their_places(show: Show) -> None:
    page = show(FLAGSHIP)
    page.driver.find_element("link text", "第６条（決定）").click()
    assert page.text(".change.here h3") == "第６条（決定）"
    top = page.run("return document.querySelector('.change.here').getBoundingClientRect().top")
    assert 0 < top < 200
    page.click(".change.here .refs a:last-child")
    assert page.run("return document.activeElement.matches('.entry.f')")  # its new number, which is formal
    assert page.run("return document.activeElement.checkVisibility()")
    page.run("document.querySelector('.where a').dispatchEvent(new MouseEvent('click', {bubbles: true}))")
    assert page.key(".change.here") == page.key(".change")


def test_a_place_in_a_folded_part_is_opened(show: Show) -> None:
    lines = [f"第{number}条　甲は、第{number * 7}号の事項を四半期ごとに乙室に届け出る。" for number in range(1, 901)]
    after = [line.replace("乙室", "丙室") if at < 3 else line for at, line in enumerate(lines)]
    page = show(html.diff_report(diff("\n".join(lines), "\n".join(after)), Wishes()))
    before = page.count(".opened .sides")
    page.run("location.hash = document.querySelector('.fold').id + '-700'")
    time.sleep(AT_REST)
    assert (before, page.count(".opened .sides")) == (0, 701)
    row = page.run(
        "const r = document.getElementById(location.hash.slice(1)).getBoundingClientRect(); return [r.top, r.bottom, innerHeight]"
    )
    assert 0 <= row[0] <= row[1] <= row[2]


HOSTILE = (
    "</script><script>window.ran=1</script><img src=x onerror=window.ran=2><svg onload=window.ran=3></svg>"
    "<a href=javascript:window.ran=4>x</a>\"'><style>*{display:none}</style><iframe src=https://kakuu.example/></iframe>]]>-->{{7*7}}"
)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_hostile_text_stays_text(show: Show, language: str) -> None:
    before = f"{HOSTILE}\n第一条　{HOSTILE}を4情報という。\n第二条　{HOSTILE}\n第三条　4情報{HOSTILE}\n"
    after = f"{HOSTILE}\n第一条　{HOSTILE}を5情報という。\n第二条　{HOSTILE}\n第三条　4情報{HOSTILE}{HOSTILE}\n"
    page = show(html.diff_report(diff(Document(HOSTILE, before), Document(HOSTILE, after)), Wishes(language=language)))
    for button in page.driver.find_elements("css selector", ".fold > button"):
        button.click()
    page.press("/")
    page.press("onerror\ue007")
    for link in page.driver.find_elements("css selector", "main a"):
        page.run("arguments[0].click()", link)
    time.sleep(AT_REST)
    assert page.run("return window.ran ?? null") is None
    assert page.count("script") == 2
    assert page.count("img, iframe, body style, a[href^=javascript]") == 0
    assert "<img src=x onerror=window.ran=2>" in page.text(".head")
    assert page.count(".opened") > 0


def test_the_policy_stops_what_would_slip_in(show: Show) -> None:
    page = show(FLAGSHIP)
    page.run(
        "const add = (name, set) => document.body.appendChild(Object.assign(document.createElement(name), set));"
        "add('script', {textContent: 'window.ran = 1'});"
        "document.body.insertAdjacentHTML('beforeend', '<p id=probe style=\"color: red\" onclick=\"window.ran = 2\">x</p>');"
        "document.getElementById('probe').click();"
    )
    assert page.run("return window.ran ?? null") is None
    assert page.run("return getComputedStyle(document.getElementById('probe')).color") != "rgb(255, 0, 0)"
    assert all("Content Security Policy" in said for said in page.complaints())


def test_paper_is_a4_without_controls(show: Show) -> None:
    page = show(FLAGSHIP)
    paper = page.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]
    document = pypdfium2.PdfDocument(base64.b64decode(paper))
    assert [round(length) for length in document[0].get_size()] == [595, 842]
    text = "".join(one.get_textpage().get_text_bounded() for one in document)
    document.close()
    assert "次の変更" not in text
    assert "キー操作" not in text
    assert "絞り込み" not in text
    assert "第４条〜第６条 → 第５条〜第７条" in text  # folded on the screen
    assert "改め忘れの疑い" in text
    assert "暮らしの高齢者とする。" in text.replace("\n", "")


@pytest.mark.parametrize("report", [FLAGSHIP, ENGLISH, TABLE], ids=["diff", "english", "table"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1400])
def test_the_page_fits_and_can_be_read(show: Show, report: str, scheme: str, width: int) -> None:
    page = show(report, width=width, scheme=scheme)
    assert page.run("return document.documentElement.scrollWidth") <= width
    assert contrasts(page) >= 4.5  # WCAG 2.2, 1.4.3


def contrasts(page: Page) -> float:
    """The least contrast between the colours of any text and of the nearest ground behind it, by WCAG's formula."""
    return float(
        page.run(r"""
            const rgb = (colour) => colour.match(/[\d.]+/g).map(Number);
            const light = ([r, g, b]) => [r, g, b].map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
            const ground = (element) => {
                for (; element; element = element.parentElement) {
                    const colour = rgb(getComputedStyle(element).backgroundColor);
                    if (colour[3] !== 0) return colour;
                }
                return [255, 255, 255];
            };
            let least = 21;
            for (const element of document.querySelectorAll("main *, aside *, .tools *, .head *")) {
                if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) || !element.checkVisibility()) continue;
                const [a, b] = [light(rgb(getComputedStyle(element).color)), light(ground(element))];
                least = Math.min(least, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
            }
            return least;
        """)
    )


def test_a_screen_reader_finds_its_way(show: Show) -> None:
    page = show(FLAGSHIP)
    tree = page.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    roles = {(node["role"]["value"], node.get("name", {}).get("value", "")) for node in tree if not node.get("ignored")}
    for role, name in (
        ("main", ""),
        ("complementary", "絞り込みと条項"),
        ("navigation", "条項"),
        ("search", "検索と移動"),
        ("searchbox", "語句を探す"),
        ("region", "変更の一覧"),
        ("region", "新旧の対照"),
        ("heading", "第６条（決定）"),
        ("article", "第６条（決定）"),
        ("status", ""),
    ):
        assert (role, name) in roles
    assert {"insertion", "deletion"} <= {role for role, _ in roles}
    unnamed = [role for role, name in roles if role in {"button", "link", "checkbox", "searchbox"} and not name]
    assert not unnamed
    page.press("\ue004")  # Tab: the first stop leads past everything
    assert page.text(":focus") == "変更の一覧へ進む"


def test_without_script_every_change_is_there(show: Show) -> None:
    page = show(FLAGSHIP)
    page.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    page.driver.refresh()
    try:
        assert "JavaScript" in page.driver.find_element("css selector", "noscript").text
        assert "しなければならない" in page.driver.find_element("css selector", "#comparison").text
    finally:
        page.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_a_long_statute_stays_usable(show: Show) -> None:
    page = show(statute(10_000))
    loaded = page.run("return performance.getEntriesByType('navigation')[0].loadEventEnd")
    started = time.monotonic()
    page.click("[name=weight][value=s]")
    filtered = time.monotonic() - started
    page.click("[name=weight][value=s]")
    started = time.monotonic()
    page.press("/")
    page.press("第69930面\ue007")
    found = time.monotonic() - started
    assert page.text("#status").endswith("「第69930面」は 1か所（うち変更のない所 1か所）")
    # Several times what a quiet machine needs, and a tenth of what laying the whole page out takes.
    assert (loaded / 1000 < 15, filtered < 5, found < 8) == (True, True, True), (loaded, filtered, found)
