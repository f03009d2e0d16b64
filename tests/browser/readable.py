"""Looks at a page in a browser for what makes it hard to read: axe-core's findings, and what it does not look for.

axe-core comes from npm: `npm install --prefix build/axe axe-core`; the variable AXE_JS names another.
https://github.com/dequelabs/axe-core
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

AXE = Path(
    os.environ.get("AXE_JS") or Path(__file__).parents[2] / "build" / "axe" / "node_modules" / "axe-core" / "axe.min.js"
)
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
CHECKS = Path(__file__).with_suffix(".js")
OURS = [".iroco-post", ".iroco-view", ".iroco-insert"]
OF_PAGES = frozenset({"bypass", "heading-order", "page-has-heading-one", "region"})
"""Rules about the page around an element. Where a theme breaks them on its own pages, it does so on ours."""

SIDEWAYS = "the page scrolls sideways"
PHONE = 390
Look = tuple[int, str]
"""A width in pixels, and `light` or `dark`."""
Finding = Mapping[str, Any]


@dataclass
class Eyes:
    """A browser with a window for each look, and what a theme is like by itself."""

    browser: Browser
    base: str
    """Address of the site, with a slash at its end."""
    plain: str
    """The address of a page without our markup."""
    windows: dict[Look, Page] = field(default_factory=dict)
    themes: dict[Look, Mapping[str, Any]] = field(default_factory=dict)
    """For each look, the faults of the theme's own page, and the contrast of its text."""

    def open(self, look: Look, address: str) -> Page:
        """Open a page of the site."""
        if look not in self.windows:
            width, scheme = look
            context = self.browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light",
                reduced_motion="reduce",
            )  # fmt: skip
            context.add_init_script(path=AXE)
            context.add_init_script(path=CHECKS)
            self.windows[look] = context.new_page()
        page = self.windows[look]
        page.goto(self.base + address)
        return page

    def theme(self, look: Look) -> Mapping[str, Any]:
        """Look at a page without our markup."""
        if look not in self.themes:
            self.themes[look] = self.open(look, self.plain).evaluate("theirs()")
        return self.themes[look]

    def faults(self, look: Look, address: str) -> list[str]:
        """Return all that is wrong with a page of ours, and not with the theme's own."""
        theme, phone = self.theme(look), self.theme((PHONE, look[1]))  # a narrow text scrolls where a wide one fits
        known = [*theme["found"], *phone["found"]]
        page = self.open(look, address)
        ours: Sequence[Finding] = page.evaluate("where => findings(where)", OURS)
        result = [_sentence(finding) for finding in ours if not any(_is_theirs(finding, own) for own in known)]
        result += page.evaluate("floor => faults(floor)", theme["contrast"])
        if SIDEWAYS in theme["faults"]:  # a theme that makes room for wide code makes it for all
            result = [fault for fault in result if not fault.endswith("sticks out")]
        return [fault for fault in dict.fromkeys(result) if fault not in theme["faults"]]

    def close(self) -> None:
        """Close every window."""
        for page in self.windows.values():
            page.context.close()


def _sentence(finding: Finding) -> str:
    colour = f" ({finding['colour']}, {finding['ratio']})" if finding["colour"] else ""
    return f"axe: {finding['rule']}: {finding['element']}{colour}: {finding['help']}"


def _is_theirs(finding: Finding, own: Finding) -> bool:
    """Whether the theme's own page has the same fault."""
    if finding["rule"] != own["rule"]:
        return False
    if own["rule"] == "color-contrast":  # its links, wherever they are, and the colours of its code
        return bool(finding["colour"] == own["colour"] and finding["ratio"] > own["ratio"] - 0.2)
    last = [name["element"].split(" > ")[-1] for name in (finding, own)]
    return own["rule"] in OF_PAGES or bool(finding["inText"] and last[0] == last[1])


def report(eyes: Eyes, chosen: Iterable[Look], address: str) -> str:
    """Describe what is wrong with a page: a line for each fault, with where it is seen."""
    places: dict[str, list[str]] = {}
    for look in chosen:
        for fault in eyes.faults(look, address):
            places.setdefault(fault, []).append("{} {}".format(*look))
    return "\n".join(f"{fault} [{', '.join(seen)}]" for fault, seen in places.items())
