"""The hall's rules as plain values and functions: no Qt, no SQL, no clock, no input or output."""
