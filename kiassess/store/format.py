"""What marks a file as a workspace of ours, and what must have happened to it."""

APPLICATION_ID = 0x4B494153  # "KIAS" in the file header marks a workspace
FORMAT = 4  # raised only when older programs must not open the file any more

# The names of all migrations, in their order: whether any is pending is seen without loading
# what carries them out. A test holds the list and ``migrations.py`` together.
MIGRATIONS = ("m0001_initial", "m0002_steps", "m0003_comparing", "m0004_entries")
RAISED_BY = "m0004_entries"  # the migration that has raised ``FORMAT`` last
