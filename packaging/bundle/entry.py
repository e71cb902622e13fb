"""The one program of the bundle: `jiaohao`, which is also every front end."""

import os
import sys

# The boot loader leads this process to our libraries. Programs of the system that we start, such
# as lp, need theirs.
before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
if before is not None:
    os.environ["LD_LIBRARY_PATH"] = before
elif getattr(sys, "frozen", False):
    os.environ.pop("LD_LIBRARY_PATH", None)

# Of this very program the boot loader believes that its first process has led it already.
# https://pyinstaller.org/en/stable/common-issues-and-pitfalls.html#independent-subprocess
if getattr(sys, "frozen", False):
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"

from common.cli.main import main  # noqa: E402

main()
