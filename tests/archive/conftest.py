"""Each test begins with a reader that has read nothing and has no trouble."""

from collections.abc import Iterator

import pytest

from tests.archive import library


@pytest.fixture(autouse=True)
def _fresh_reader() -> Iterator[None]:
    library.reset()
    yield
    library.reset()
