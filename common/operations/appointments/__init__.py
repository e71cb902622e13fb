"""Appointments: book, cancel, check in, and the files of outside booking channels."""
