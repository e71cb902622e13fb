from __future__ import annotations

import importlib.util
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def project() -> Path:
    return PROJECT


@pytest.fixture
def load_dev() -> Iterator[Callable[[Path], ModuleType]]:
    """Load the dev.py of a folder, as a module of its own each time."""
    loaded: list[str] = []

    def load(folder: Path) -> ModuleType:
        name = f"dev_{len(loaded)}"
        spec = importlib.util.spec_from_file_location(name, folder / "dev.py")
        assert spec is not None and spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        loaded.append(name)
        spec.loader.exec_module(module)
        return module

    yield load
    for name in loaded:
        del sys.modules[name]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with dev.py and what its set-up reads."""
    folder = tmp_path / "checkout"
    (folder / "packaging").mkdir(parents=True)
    shutil.copy(PROJECT / "dev.py", folder)
    shutil.copy(PROJECT / "pyproject.toml", folder)
    for lock in ("requirements.txt", "requirements-dev.txt"):
        shutil.copy(PROJECT / "packaging" / lock, folder / "packaging")
    return folder
