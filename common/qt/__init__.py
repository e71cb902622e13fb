"""What the three front ends share: theme, fonts, words, threads, and the start of a process."""
