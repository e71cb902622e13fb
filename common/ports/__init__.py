"""The ways bytes reach a device and come back: serial lines, device servers, TCP.

Every call is bounded in time. A port is used from one thread.
"""
