"""What pydantic found in a file that a person wrote, with the lines and in both languages."""

from __future__ import annotations

import difflib
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from common.domain.text import Text
from common.operations.hall_file.document import Document, Path, Problem
from common.operations.hall_file.words import explain

_TOLD = "told"


def told(words: Text) -> PydanticCustomError:
    """What a validator of one's own raises, so that `words` say what to do."""
    return PydanticCustomError(_TOLD, "{en}", {"zh": words.zh, "en": words.en})


def explained(document: Document, error: ValidationError, root: type[BaseModel]) -> list[Problem]:
    """Each fault of `document`, which should have been as `root` says."""
    return [_explain(document, one, root) for one in error.errors()]


def _explain(document: Document, error: ErrorDetails, root: type[BaseModel]) -> Problem:
    path: Path = tuple(error["loc"])
    where = ".".join(str(step) for step in path if not isinstance(step, int)) or "hall"
    limits = error.get("ctx", {})
    if error["type"] == _TOLD:
        words = Text(zh=f"“{where}”：{limits['zh']}", en=f"{where!r}: {limits['en']}")
        return Problem(document.line(path), words)
    near = (
        difflib.get_close_matches(str(path[-1]), _known_keys(path[:-1], root), n=1) if path else []
    )
    words = explain(where, error["type"], error.get("input"), limits, next(iter(near), None))
    return Problem(document.line(path), words)


def _known_keys(path: Path, root: type[BaseModel]) -> list[str]:
    model = root
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            inner = _inner_model(model.model_fields[step].annotation)
            if inner is None:
                return []
            model = inner
    return [field.alias or name for name, field in model.model_fields.items()]


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_inner_model, getattr(annotation, "__args__", ()))), None)
