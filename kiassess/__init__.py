"""kiassess: where does a municipality stand with AI, and what next?"""

__version__ = "0.1.0"
