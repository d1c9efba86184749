"""The report in a real browser (headless Chromium): light and dark, printed to A4, offline."""

import io
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from papersearch.export.report import html
from tests.export.test_report import CHART, parsed, picture, report

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER = next((path for name in NAMES if (path := shutil.which(name))), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
QUOTE = "We will keep people safe."


@pytest.fixture
def browse(tmp_path: Path) -> object:
    """Open the report and return what the browser wrote to stdout."""
    file = tmp_path / "report.html"
    file.write_text(html(report(QUOTE)), encoding="utf-8")

    def go(*options: str) -> str:
        assert BROWSER is not None
        done = subprocess.run(
            [
                BROWSER, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                "--disable-dev-shm-usage", "--no-first-run",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                f"--user-data-dir={tmp_path / 'profile'}", *options, file.as_uri(),
            ],
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    return go


def screenshot(browse: object, file: Path, *options: str) -> Image.Image:
    browse(f"--screenshot={file}", "--window-size=1000,1400", *options)  # type: ignore[operator]
    return Image.open(file).convert("RGB")


def test_the_browser_shows_the_whole_of_it(browse: object) -> None:
    page = parsed(browse("--dump-dom"))  # type: ignore[operator]
    names = [tag for tag, _ in page.tags]
    assert names.count("article") == 2
    assert names.count("svg") == 1
    assert names.count("table") == 3
    assert names.count("polygon") == 2


def test_it_follows_the_readers_light_or_dark(browse: object, tmp_path: Path) -> None:
    light = screenshot(browse, tmp_path / "light.png")
    dark = screenshot(browse, tmp_path / "dark.png", "--blink-settings=preferredColorScheme=0")
    assert min(light.getpixel((5, 5))) > 240  # type: ignore[type-var]
    assert max(dark.getpixel((5, 5))) < 60  # type: ignore[type-var]
    for shown in (light, dark):
        low, high = shown.convert("L").getextrema()
        assert (low < 60, high > 220) == (True, True)  # type: ignore[operator]


def test_it_prints_on_a4_with_every_quote(browse: object, tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    browse(f"--print-to-pdf={file}", "--no-pdf-header-footer")  # type: ignore[operator]
    printed = pypdfium2.PdfDocument(io.BytesIO(file.read_bytes()))
    try:
        sizes = {tuple(round(n) for n in page.get_size()) for page in printed}
        text = " ".join(
            " ".join(page.get_textpage().get_text_bounded().split()) for page in printed
        )
    finally:
        printed.close()
    assert sizes == {(595, 842)}
    assert QUOTE in text
    assert "Other words" in text
    assert "Skip to the answer" not in text
    assert CHART.panels[0].name in text
    assert picture().png
