"""Tests of the commands that set up and check the project."""
