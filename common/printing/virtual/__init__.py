"""A printer of bytes and dots only: for the demonstration, the tests and `jiaohao slip`.

A port (pseudo-terminal or TCP) feeds real-time scanner → receive buffer → parser → head → paper, as
in a real receipt printer. No Qt here.
"""
