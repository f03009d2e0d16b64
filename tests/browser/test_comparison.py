"""The report of `iroco-blog compare --html` is readable on phones and wide screens, light and dark."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.readable import AXE, PHONE
from tests.cli.compare.sites import write_site
from tests.cli.running import run

FINDINGS = "() => axe.run().then(result => result.violations.map(it => `${it.id}: ${it.nodes[0].html}`))"
OUTSIDE = "() => document.documentElement.scrollWidth - innerWidth"
LONG = "honey" * 60
OLD = {
    "index.html": f'<main><h1>Garden</h1><p>Nine crates of apples.</p><img src="{LONG}.png" alt="A hive"></main>',
    f"{LONG[:90]}/index.html": f"<main><h1>Bees</h1><p>{LONG}</p></main>",
    "feed.xml": "<rss><channel><item><guid>https://garden.example/bees/</guid><link>/</link></item></channel></rss>",
}
NEW = {
    "index.html": "<main><h1>Garden</h1><p>Ten crates of apples. Plums, too.</p></main>",
    "plums/index.html": "<main><h1>Plums</h1></main>",
    "feed.xml": f"<rss><channel><item><guid>{LONG}</guid><link>/</link></item></channel></rss>",
}


@pytest.mark.skipif(not AXE.is_file() and not os.environ.get("CI"), reason="no axe-core")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, 1440])
def test_the_report_is_readable(browser: Browser, tmp_path: Path, width: int, scheme: str) -> None:
    write_site(tmp_path / "old", OLD)
    write_site(tmp_path / "new", NEW)
    assert run("compare", "old", "new", "--html", "report.html", cwd=tmp_path).returncode == 1
    page = browser.new_page(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page.goto((tmp_path / "report.html").as_uri())
    page.add_script_tag(path=AXE)
    assert page.evaluate(FINDINGS) == []
    assert page.evaluate(OUTSIDE) <= 0
    assert page.locator("section table:visible").count() == 3
    page.get_by_role("link", name="New", exact=True).click()
    assert page.locator("h2:target").inner_text() == "New (1)"
    page.close()
