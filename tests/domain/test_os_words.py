"""What the operating system refused, in words."""

from __future__ import annotations

import errno
import os

import pytest

from common.domain.os_words import os_words
from common.domain.text import Text


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.ENOSPC, errno.ECONNREFUSED])
def test_a_common_failure_is_said_without_the_systems_english(number):
    told = os_words(OSError(number, os.strerror(number)))
    assert told.zh.isascii() is False
    assert os.strerror(number) not in (told.zh, told.en)


def test_a_rare_failure_keeps_the_systems_words():
    assert os_words(OSError(errno.EXDEV, "Odd link")) == Text(
        zh="系统提示：Odd link", en="Odd link"
    )
    assert os_words(OSError("only words")).en == "only words"
    assert os_words(TimeoutError()).en == "TimeoutError"
