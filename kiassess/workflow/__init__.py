"""What a user can do, one function each, the same for window and command line."""
