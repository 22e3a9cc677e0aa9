"""Every interaction of the HTML report, in a real browser."""

from __future__ import annotations

import pytest

VIEWS = [(width, dark) for width in (1400, 390) for dark in (False, True)]
DIAGONAL = [(1400, False), (390, True)]  # each width and each scheme once

TOP_IN_PANE = "e => e.getBoundingClientRect().top - e.closest('.pane').getBoundingClientRect().top"


def sentence(page, words):
    return page.locator(".pane .t", has_text=words)


def finding(page, words):
    return page.locator(".f", has_text=words).first


def shown(page):
    return page.evaluate("[...document.querySelectorAll('.f')].filter(e => e.checkVisibility()).map(e => e.id)")


def in_view(locator):
    box = locator.bounding_box()
    height = locator.page.viewport_size["height"]
    return box is not None and box["y"] < height and box["y"] + box["height"] > 0


def level(page, *words):
    return [sentence(page, each).evaluate(TOP_IN_PANE) for each in words]


@pytest.mark.parametrize("name", ["ferry", "hostile", "long", "apart", "copies", "check"])
def test_a_page_opens_without_an_error_a_request_or_a_dialog(visit, name):
    page = visit(name)
    assert page.title().startswith("Claims compared: ")
    assert page.evaluate("document.documentElement.classList.contains('js')")


@pytest.mark.parametrize(
    ("name", "width", "dark"), [*(("ferry", *view) for view in VIEWS), *((n, *v) for n in ("copies", "check") for v in DIAGONAL)]
)
def test_accessible(visit, axe, name, width, dark):
    page = visit(name, width=width, dark=dark)
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true; })")
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    assert [(each["id"], [node["html"][:120] for node in each["nodes"][:3]]) for each in found["violations"]] == []


@pytest.mark.parametrize("name", ["ferry", "hostile", "long", "apart", "copies", "check"])
def test_nothing_sticks_out_of_a_phone(visit, name):
    page = visit(name, width=390, height=844)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_nothing_of_an_article_runs(visit):
    page = visit("hostile")
    assert page.evaluate("document.querySelectorAll('script').length") == 1
    assert page.locator("img").count() == 0
    assert page.evaluate("[...document.querySelectorAll('*')].every(e => ![...e.attributes].some(a => a.name.startsWith('on')))")


def test_the_policy_keeps_other_scripts_and_styles_out(browser, urls):
    page = browser.new_page()
    told = []
    page.on("console", lambda message: told.append(message.text))
    page.goto(urls["ferry"])
    page.evaluate(
        """() => {
        const script = document.createElement("script");
        script.textContent = "document.title = 'taken'"; document.body.append(script);
        const image = new Image(); image.src = "https://elsewhere.example/x.png"; document.body.append(image);
        document.body.setAttribute("style", "display: none");
    }"""
    )
    page.wait_for_timeout(200)
    assert page.title() != "taken"
    assert page.evaluate("getComputedStyle(document.body).display") == "block"
    assert sum("Content Security Policy" in each for each in told) == 3
    page.close()


def test_hover_and_focus_show_the_counterpart(visit):
    page = visit("ferry")
    sentence(page, "71 passengers").hover()
    lit = page.locator(".pane .t.on")
    assert lit.all_inner_texts() == [sentence(page, each).inner_text() for each in ("71 passengers", "77 passengers")]
    page.mouse.move(0, 0)
    sentence(page, "18 divers searched").locator("a.n").focus()
    assert page.locator(".pane .t.on").count() == 2
    assert "searched by 18 divers" in page.locator(".pane .t.on").nth(1).inner_text()
    assert page.locator(".overview rect.on").count() == 2


def test_hover_shows_where_an_omitted_passage_would_stand(visit):
    page = visit("ferry")
    sentence(page, "Nikolsk").hover()
    gap = page.locator(".gap.on")
    assert gap.count() == 1
    assert "not here: paper 1 6" in gap.inner_text()
    assert gap.evaluate("e => e.previousElementSibling.textContent").endswith("said the cook.")


def test_a_click_scrolls_both_articles_to_one_height(visit):
    page = visit("long", height=700)
    page.locator("#articles").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('#a1').scrollTo(0, document.getElementById('a1-211').offsetTop - 200)")
    page.locator("#a1-211").evaluate("e => e.click()")
    tops = [page.locator(f"#a{n}-211").evaluate(TOP_IN_PANE) for n in (1, 2, 3, 4, 5)]
    assert max(tops) - min(tops) < 3
    assert page.locator(".t.at").count() == 5


def test_selecting_words_of_an_article_scrolls_nothing(visit):
    page = visit("long", height=700)
    page.locator("#a1-30").scroll_into_view_if_needed()
    before = page.locator("#a2").evaluate("e => e.scrollTop")
    page.locator("#a1-30").dblclick(position={"x": 120, "y": 8})
    assert page.evaluate("getSelection().toString().trim().length") > 0
    page.mouse.click(5, 5)
    assert page.locator("#a2").evaluate("e => e.scrollTop") in (before, page.locator("#a2").evaluate("e => e.scrollTop"))


def test_the_overview_is_a_way_to_a_sentence(visit):
    page = visit("ferry")
    page.locator(".overview rect.c").first.click()
    assert page.evaluate("location.hash") == "#a1-3"
    assert in_view(sentence(page, "71 passengers"))
    assert sentence(page, "77 passengers").evaluate("e => e.classList.contains('at')")
    page.locator(".overview rect.o").nth(1).click()
    assert sentence(page, "Nikolsk").evaluate("e => e.classList.contains('at')")


@pytest.mark.parametrize(("width", "place"), [(1400, ".lead a"), (390, ".lead a"), (1400, ".first a")])
def test_an_omission_is_one_click_from_the_first_screen(visit, width, place):
    page = visit("ferry", width=width, height=844)
    link = page.locator(place, has_text="Nikolsk")
    assert in_view(link)
    link.click()
    card = finding(page, "Nikolsk")
    assert in_view(card)
    assert "cur" in card.get_attribute("class")
    assert page.evaluate("location.hash") == "#" + card.get_attribute("id")


def test_filters_leave_what_fits_and_say_how_many(visit):
    page = visit("ferry")
    total = page.locator(".f").count()
    page.get_by_role("checkbox", name="contradiction", exact=True).check()
    assert [page.locator(f"#{each}").get_attribute("data-type") for each in shown(page)] == ["contradiction"]
    assert page.locator("#shown").inner_text() == f"1 of {total} findings"
    assert page.locator(".matrix tbody tr:visible").count() == 1
    assert page.locator(".pane .flag:visible").count() == 2
    page.get_by_role("checkbox", name="shift", exact=True).check()
    assert len(shown(page)) == 2
    page.get_by_role("checkbox", name="error", exact=True).check()
    assert len(shown(page)) == 1
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("document.querySelector('#shown').textContent.startsWith(document.querySelectorAll('.f').length)")
    assert page.locator(".matrix tbody tr:visible").count() > 3


def test_a_filter_hides_the_heading_of_notes_of_which_none_is_left(visit):
    page = visit("ferry")
    heads = page.locator(".more h4:visible")
    page.locator("summary", has_text="less consequence").click()
    assert heads.count() == 2
    page.get_by_role("checkbox", name="other", exact=True).check()
    assert heads.count() == 1
    assert "CC202" in heads.inner_text()
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("document.querySelectorAll('.more h4:not([hidden])').length === 2")


def test_a_search_finds_a_note_by_the_words_of_its_heading(visit):
    page = visit("ferry")
    page.get_by_label("Search").fill("marked words not in paper 2")
    assert [page.locator(f"#{each} q").inner_text() for each in shown(page)] == ["Ferry sinks off Port Hale"]


def test_filters_by_kind_source_and_words_open_what_they_find(visit):
    page = visit("ferry")
    page.get_by_role("checkbox", name="other", exact=True).check()
    assert ["1974" in page.locator(f"#{each}").inner_text() for each in shown(page)] == [True]
    page.get_by_role("checkbox", name="other", exact=True).uncheck()
    page.get_by_label("Search").fill("NIKOLSK crane")
    assert len(shown(page)) == 1
    page.get_by_label("Search").fill("nothing like it")
    assert shown(page) == []
    assert page.locator("#shown").inner_text().startswith("0 of ")


def test_filter_by_source(visit):
    page = visit("ferry")
    page.evaluate("document.querySelectorAll('.f').forEach((e, n) => { if (n) e.dataset.source = '2'; })")
    page.get_by_role("checkbox", name="paper 1", exact=True).check()
    assert len(shown(page)) == 1


def test_keys_walk_the_findings_and_lead_to_the_articles(visit):
    page = visit("ferry")
    page.keyboard.press("j")
    first = page.evaluate("document.activeElement.id")
    assert first == shown(page)[0]
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == shown(page)[1]
    assert page.evaluate("location.hash") == "#" + shown(page)[1]
    page.keyboard.press("k")
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == first
    page.keyboard.press("Enter")
    assert in_view(sentence(page, "71 passengers"))
    assert in_view(sentence(page, "77 passengers"))
    assert page.locator(".t.at").count() == 2
    tops = level(page, "71 passengers", "77 passengers")
    assert all(top >= 0 for top in tops)


def test_slash_goes_to_the_search_and_escape_leaves_it(visit):
    page = visit("ferry")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.type("jk/")
    assert page.locator("#find").input_value() == "jk/"
    page.keyboard.press("Escape")
    assert page.locator("#find").input_value() == ""
    assert page.evaluate("document.activeElement.id") != "find"
    assert len(shown(page)) > 3


def test_a_fragment_leads_to_its_finding_even_a_folded_one(visit):
    page = visit("ferry")
    folded = page.evaluate("[...document.querySelectorAll('details .f')].at(-1).id")
    page.evaluate("document.querySelectorAll('.more').forEach(e => { e.open = false; })")
    fresh = visit("ferry", f"#{folded}")
    assert fresh.locator(f"#{folded}").is_visible()
    assert in_view(fresh.locator(f"#{folded}"))
    assert fresh.evaluate("document.activeElement.id") == folded


def test_a_link_to_a_finding_that_is_filtered_away_shows_it(visit):
    page = visit("ferry")
    page.get_by_role("checkbox", name="shift", exact=True).check()
    card = finding(page, "Nikolsk")
    assert not card.is_visible()
    page.locator(".first a", has_text="Nikolsk").click()
    page.wait_for_function("id => document.getElementById(id).checkVisibility()", arg=card.get_attribute("id"))
    assert in_view(card)


def test_back_returns_to_the_finding_before(visit):
    page = visit("ferry")
    links = page.locator(".first a")
    links.nth(0).click()
    links.nth(1).click()
    page.go_back()
    assert page.evaluate("document.activeElement.id") == links.nth(0).get_attribute("href")[1:]


def copied(page, card, label):
    page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    card.get_by_role("button", name=label).click()
    page.wait_for_function("document.querySelector('#said').textContent === 'Copied'")
    return page.evaluate("window.copied")


def test_a_finding_is_copied_as_text_and_as_markdown(visit):
    page = visit("ferry")
    card = finding(page, "77 passengers")
    text = copied(page, card, "Copy text")
    assert text.splitlines()[0].startswith("error CC101 s1, s2 under CC101")
    assert text.splitlines()[1] == "  paper 1, line 3: The ferry carried 71 passengers."
    assert text.splitlines()[-1] == "confidence 0.90 · st3 · cc101st3"
    markdown = copied(page, card, "Copy Markdown")
    assert markdown.startswith("**error CC101** ")
    assert "> The ferry carried **71 passengers**." in markdown
    assert "Why: the figures cannot both hold" in markdown


def test_a_note_is_copied_with_the_words_of_its_heading(visit):
    page = visit("ferry")
    page.locator("summary", has_text="less consequence").click()
    note = page.locator(".notes .f", has_text="1974")
    text = copied(page, note, "Copy text")
    assert text.splitlines() == [
        "note CC202 only in paper 1",
        "  paper 1, line 5: It had been built in 1974.",
        "confidence 0.90 · st4 · cc202st4",
    ]
    markdown = copied(page, note, "Copy Markdown")
    assert markdown.startswith("**note CC202** only in paper 1\n\n> It had been built in 1974.\n> (paper 1, line 5)")


def test_enter_leads_from_a_note_to_its_sentence(visit):
    page = visit("ferry")
    page.locator("summary", has_text="less consequence").click()
    page.locator(".notes .f", has_text="1974").evaluate("e => { location.hash = e.id; }")
    page.wait_for_function("document.activeElement.matches('.notes .f')")
    page.keyboard.press("Enter")
    assert in_view(sentence(page, "1974"))
    assert sentence(page, "1974").evaluate("e => e.classList.contains('at')")


def test_a_statement_without_a_row_is_found_where_its_note_is(visit):
    page = visit("apart", "#t1")
    note = page.locator(".notes .f", has=page.locator("#t1"))
    assert note.is_visible()
    assert in_view(note)


def test_our_copy_is_marked_over_its_article_and_its_column(visit):
    page = visit("copies")
    assert "our copy" in page.locator(".pane h3").nth(1).inner_text()
    assert "our copy" not in page.locator(".pane h3").nth(0).inner_text()
    assert "our copy" in page.locator("table.matrix").first.locator("thead th").nth(2).inner_text()


def test_an_omission_is_copied_with_who_is_silent(visit):
    page = visit("ferry")
    text = copied(page, finding(page, "arrested"), "Copy text")
    assert "  paper 1 does not say it; nearest sentence" in text
    assert "It had been built in 1974." in text


def test_markdown_of_hostile_words_is_escaped(visit):
    page = visit("hostile")
    markdown = copied(page, page.locator(".f").first, "Copy Markdown")
    assert "<script" not in markdown.replace("\\<", "")
    assert "<img" not in markdown.replace("\\<", "")


def test_copying_falls_back_where_there_is_no_clipboard(visit):
    page = visit("ferry")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.evaluate("document.addEventListener('copy', () => { window.chosen = document.activeElement.value; })")
    finding(page, "Nikolsk").get_by_role("button", name="Copy text").click()
    page.wait_for_function("document.querySelector('#said').textContent === 'Copied'")
    assert "Nikolsk" in page.evaluate("window.chosen")
    assert page.locator("textarea").count() == 0


def test_without_script_it_is_a_plain_document(visit):
    page = visit("ferry", script=False)
    assert not page.locator("#filters").is_visible()
    assert page.locator("button:visible").count() == 0
    assert finding(page, "Nikolsk").is_visible()
    page.locator(".first a", has_text="Nikolsk").click()
    assert page.url.endswith("#" + finding(page, "Nikolsk").get_attribute("id"))
    page.locator("summary", has_text="less consequence").click()
    assert finding(page, "1974").is_visible()
    sentence(page, "71 passengers").locator("a.n").click()
    assert in_view(sentence(page, "77 passengers"))


def test_on_a_phone_the_matrix_of_two_sources_needs_no_scrolling(visit):
    page = visit("ferry", width=390, height=844)
    assert page.locator("#matrix .scroll").first.evaluate("e => e.scrollWidth <= e.clientWidth")


def test_on_a_phone_the_filters_wait_and_a_search_says_what_it_leaves(visit):
    page = visit("ferry", width=390, height=844)
    count, reset = page.locator("#shown"), page.get_by_role("button", name="Show all")
    assert not count.is_visible()
    assert not page.get_by_role("checkbox", name="shift", exact=True).is_visible()
    page.get_by_label("Search").fill("Nikolsk")
    assert count.inner_text() == "1 of 7 findings"
    reset.click()
    page.wait_for_function("getComputedStyle(document.querySelector('#shown')).display === 'none'")
    page.locator("summary", has_text="Filters").click()
    assert count.is_visible()


def test_on_a_phone_both_articles_are_in_view(visit):
    page = visit("long", width=390, height=844)
    page.locator(".first a").first.click()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Enter")
    sides = page.locator(".t.at")
    assert sides.count() >= 2
    assert in_view(sides.nth(0))
    assert in_view(sides.nth(1))


def test_paper_has_everything_and_no_controls(visit):
    page = visit("ferry")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert not page.locator("aside").first.is_visible()
    assert page.locator("button:visible").count() == 0
    assert len(shown(page)) == page.locator(".f").count()
    assert page.locator(".pane").first.evaluate("e => e.scrollHeight <= e.clientHeight + 1")


@pytest.mark.parametrize("name", ["long", "apart"])
def test_five_long_sources_open_and_answer_at_once(visit, name):
    page = visit(name)
    spent = page.evaluate("performance.getEntriesByType('navigation')[0].domComplete")
    assert spent < 20_000
    took = page.evaluate(
        """() => { const start = performance.now(); const box = document.querySelector("input[name=severity]"); box.click();
        document.body.getBoundingClientRect(); return performance.now() - start; }"""
    )
    assert took < 3000


def test_a_check_of_many_stories_leads_to_each(visit):
    page = visit("check")
    assert page.locator(".stories tbody tr").count() == 3
    page.locator(".stories a", has_text="ferry again").click()
    assert in_view(page.locator("h2", has_text="ferry again"))
    cards = page.locator("section.story").nth(1).locator(".f")
    cards.first.locator("cite a").first.click()
    assert page.locator("section.story").nth(1).locator(".t.at").count() == 2
    assert page.locator("section.story").nth(0).locator(".t.at").count() == 0
