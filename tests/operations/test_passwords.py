"""How hard a kept password is to guess."""

from __future__ import annotations

import subprocess
import sys

import argon2


def test_a_hash_costs_what_rfc_9106_asks_of_computers_with_little_memory():
    """In a process of its own: the other tests hash quickly. RFC 9106, section 4."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from common.operations.passwords import hash_password as h; print(h('Right-2026'))",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    made = argon2.extract_parameters(done.stdout.strip())
    assert (made.type, made.salt_len, made.hash_len) == (argon2.Type.ID, 16, 32)
    assert (made.memory_cost, made.time_cost, made.parallelism) == (64 * 1024, 3, 4)
