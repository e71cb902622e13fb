"""`python -m common.cli` is the `jiaohao` command."""

from common.cli.main import main

main()
