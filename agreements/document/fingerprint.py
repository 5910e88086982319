"""Fingerprints: a hash of the agreed text, so that two copies can be compared at a glance.

A fingerprint proves that two texts are the same. It says nothing about who made them.
"""

from hashlib import sha256

from agreements.document.canonical import canonical_text, clause_text
from agreements.document.nodes import Document


def fingerprint(document: Document) -> str:
    """SHA-256 of the canonical text of a numbered document, as 64 hexadecimal digits."""
    return _hash(canonical_text(document))


def clause_fingerprints(document: Document) -> dict[str, str]:
    """The hash of each clause and schedule by its id.

    Taken without numbers, so that a new clause leaves the others' hashes alone.
    """
    return {part.id: _hash(clause_text(part)) for part in document.parts() if part.fingerprinted}


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()
