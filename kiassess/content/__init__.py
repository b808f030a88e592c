"""Questionnaire files and registers in, checked domain values out."""
