"""Tests of the server around the screen."""
