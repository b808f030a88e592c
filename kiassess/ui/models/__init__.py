"""Qt item models over domain values; they format and never compute."""
