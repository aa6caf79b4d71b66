"""Coding many articles: several processes on one machine."""
