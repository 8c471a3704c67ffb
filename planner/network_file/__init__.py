"""A plain network in a file, and its dates: nothing of malls, so that anyone can hold the engine to theirs.

``answer`` takes the content of a JSON file and gives what ``mpp network solve`` prints. What may stand in the
file is told in ``docs/scheduling.md``.
"""

from planner.network_file.answers import Answer, answer
from planner.network_file.problems import MESSAGES, FileProblem
from planner.network_file.reading import read_network

__all__ = ["MESSAGES", "Answer", "FileProblem", "answer", "read_network"]
