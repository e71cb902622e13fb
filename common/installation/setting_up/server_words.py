"""What is to be carried from a new server to the PCs of its hall."""

from __future__ import annotations

from typing import TYPE_CHECKING

from common.domain.text import Text

if TYPE_CHECKING:
    from common.installation.server import ServerMade


def what_the_pcs_need(made: ServerMade) -> Text:
    """The certificate, the passwords, and the address that each kind of PC is given."""
    folders = {str(file.parent) for file in made.passwords.values()}
    addresses = [
        made.address_for(role).partition("?")[0] for role in ("kiosk", "counter", "display")
    ]
    zh = ["各电脑需要：", f"  证书 {made.certificate}"]
    en = ["The PCs of the hall need:", f"  the certificate {made.certificate}"]
    for folder in sorted(folders):
        zh.append(f"  密码（每种用途一个文件）{folder}")
        en.append(f"  a password, one file for each kind of PC: {folder}")
    for address in addresses:
        zh.append(f"  --database {address}")
        en.append(f"  --database {address}")
    for note in made.notes:
        zh.append(f"  {note.zh}")
        en.append(f"  {note.en}")
    return Text(zh="\n".join(zh), en="\n".join(en))
