"""The vocabulary and its rules: pure, standard library only."""
