"""One dialog per file, each with a static ask that returns a value or None."""
