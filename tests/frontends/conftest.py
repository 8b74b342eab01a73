"""A small workshop for the tests of front ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.frontends.drivers import Room
from tests.frontends.listening import room


@pytest.fixture
def shop(tmp_path: Path) -> Room:
    return room(tmp_path)
