"""Days of a hall that pass in seconds: the real verbs on a real database, with a virtual clock."""
