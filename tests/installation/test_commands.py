"""Programs of the operating system that set-up calls."""

from pathlib import Path

import pytest

from common.installation.commands import CommandFailed, CommandMissing, run


def test_a_program_reads_what_it_is_given_and_answers():
    assert run(["cat"], package="coreutils", given="叫号\n") == "叫号\n"
    told = run(["sh", "-c", "echo $ROLE"], package="dash", environment={"ROLE": "kiosk"})
    assert told == "kiosk\n"


@pytest.mark.skipif(not Path("/usr/sbin/usermod").exists(), reason="no usermod on this machine")
def test_programs_of_administrators_are_found_after_su(monkeypatch):
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    assert "--append" in run(["usermod", "--help"], package="passwd")


def test_a_program_that_is_not_there_is_named_with_its_package():
    with pytest.raises(CommandMissing) as missing:
        run(["no-such-program"], package="no-such-package")
    assert "apt install no-such-package" in missing.value.text("zh")


def test_a_program_that_fails_is_quoted():
    with pytest.raises(CommandFailed) as failed:
        run(["sh", "-c", "echo first >&2; echo why >&2; exit 3"], package="dash")
    assert failed.value.facts["detail"] == "why"
