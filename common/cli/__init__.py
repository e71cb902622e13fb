"""The `jiaohao` command: for IT staff and for scripts."""
