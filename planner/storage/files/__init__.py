"""Evidence files by their content: the SHA-256 of the bytes is the only name they have.

They are kept in a folder, or in a bucket of a server that speaks S3; ``evidence_place`` says in which.
"""

from planner.storage.files.bucket import BucketFiles
from planner.storage.files.folder import FolderFiles
from planner.storage.files.interface import EvidenceFiles
from planner.storage.files.place import BucketPlace, FolderPlace, evidence_files, evidence_place
from planner.storage.files.problems import DamagedEvidence

__all__ = [
    "BucketFiles",
    "BucketPlace",
    "DamagedEvidence",
    "EvidenceFiles",
    "FolderFiles",
    "FolderPlace",
    "evidence_files",
    "evidence_place",
]
