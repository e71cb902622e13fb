"""Setting up a PC and keeping it running: roles, sessions, the server, backups."""
