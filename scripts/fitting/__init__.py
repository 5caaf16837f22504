"""Fits the tables of `src/cleaner/tables` on the development pages."""
