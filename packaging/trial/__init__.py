"""The trial of the Debian package: PCs made by debootstrap, booted, set up, used, broken, cleaned.

Each PC is a Debian root with an init system, a process tree and a network card of its own, made of
Linux namespaces. All its mounts live in such a namespace and go away with its last process, so
that nothing stays mounted however a trial ends.
"""
