"""People who sit at this PC: what they need to read, and the key that opens filled forms."""

from __future__ import annotations

import os
from pathlib import Path

from common.domain.text import Text
from common.installation.commands import run
from common.installation.setting_up.errors import FormKeyWouldBeLost
from common.operations.kept_forms.errors import FormKeyMissing
from common.operations.kept_forms.key_file import read_keys

_WRITE_KEY = """
umask 077
mkdir -p "$HOME/.config/jiaohao" && cd "$HOME/.config/jiaohao" || exit 1
cat > forms.key.new && mv forms.key.new forms.key
"""


def join_group(user: str, group: str) -> Text | None:
    """Let a user into the group that may read the password and write the hall's file."""
    import grp
    import pwd

    entry = pwd.getpwnam(user)
    if grp.getgrnam(group).gr_gid in os.getgrouplist(user, entry.pw_gid):
        return None
    run(["usermod", "--append", "--groups", group, user], package="passwd")
    return Text(zh="下次登录后生效", en="from the next time they sign in to this PC")


def give_form_key(user: str, key: Path) -> Text | None:
    """Put a copy of the key where the user's counter looks for it, for that user alone.

    A group must not read it: whoever may use a counter of this PC would then have it. It is
    written as the user, so that nothing in a home folder leads root elsewhere. Raises
    FormKeyWouldBeLost, and what `read_keys` and `run` raise.
    """
    import pwd

    given, home = read_keys(key), pwd.getpwnam(user).pw_dir
    there = Path(home) / ".config" / "jiaohao" / "forms.key"
    try:
        present = read_keys(there)
    except FormKeyMissing:
        pass
    else:
        if not present.private.items() <= given.private.items():
            raise FormKeyWouldBeLost(file=there, user=user)
        if present.private == given.private:
            return Text(zh="已有", en="there already")
    as_user = ["runuser", "-u", user, "--"] if os.geteuid() == 0 else []
    run(
        [*as_user, "env", f"HOME={home}", "sh", "-c", _WRITE_KEY],
        package="util-linux",
        given=key.read_text(encoding="utf-8"),
    )
    return None
