"""The screens of the hall: boards that show and sound the calls."""
