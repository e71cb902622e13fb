"""The clerk's desk: who is in front of me, who waits, and one key for the next act."""
