"""A package of the next version, for trying an upgrade: it has one more migration."""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path

from trial.report import Failure, Report
from trial.root import call

REVISION = "9001"
MIGRATION = '''"""A table more, for the trial of an upgrade."""

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{before}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("trial_of_upgrade", sa.Column("id", sa.Integer, primary_key=True))
'''
REVISIONS = Path("opt/jiaohao/_internal/common/store/migrations")


def make_next(package: Path, folder: Path, report: Report) -> Path:
    """Build the package of the version after `package` in `folder`, and return it."""
    tree = folder / "tree"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    call(report, "dpkg-deb", "-R", package, tree)
    control = tree / "DEBIAN/control"
    version = next_version(control)
    migrations = tree / REVISIONS
    head = migrations / "head.py"
    known = re.search(r'^KNOWN = \((.*)"(\w+)"\)', head.read_text(), re.MULTILINE)
    if known is None:
        raise Failure("the package's list of revisions is not to be read")
    migration = migrations / f"versions/{REVISION}_trial.py"
    migration.write_text(MIGRATION.format(revision=REVISION, before=known[2]))
    head.write_text(head.read_text().replace(known[0], f'{known[0][:-1]}, "{REVISION}")'))
    keep_sums(tree, (head, migration))
    built = folder / f"jiaohao_{version}_amd64.deb"
    call(report, "dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "--build", tree, built)
    shutil.rmtree(tree)
    return built


def next_version(control: Path) -> str:
    """Write the version after the one in a control file there, and return it."""
    text = control.read_text(encoding="utf-8")
    given = re.search(r"^Version: (\S+)$", text, re.MULTILINE)
    if given is None:
        raise Failure("the package has no version")
    version = f"{given[1]}+next"
    control.write_text(text.replace(given[0], f"Version: {version}"), encoding="utf-8")
    return version


def keep_sums(tree: Path, changed: tuple[Path, ...]) -> None:
    """Let the package's list of sums hold what `changed` hold now."""
    sums = tree / "DEBIAN/md5sums"
    names = {str(path.relative_to(tree)): path for path in changed}
    kept = [
        line
        for line in sums.read_text(encoding="utf-8").splitlines()
        if line.partition("  ")[2] not in names
    ]
    for name, path in names.items():
        digest = hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
        kept.append(f"{digest}  {name}")
    sums.write_text("\n".join([*kept, ""]), encoding="utf-8")
