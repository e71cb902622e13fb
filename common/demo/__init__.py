"""The demonstration: the front ends of one hall beside each other, and pictures of every screen."""
