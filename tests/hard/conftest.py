"""The shelf with the records of all documents that the tests of this folder make."""

import pytest

from tests.hard.shelf import Shelf


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    """Return the records, read once for all tests."""
    return Shelf(tmp_path_factory.mktemp("hard"))
