"""Checks of the lexicon; tools/lint_lexicon.py runs them."""
