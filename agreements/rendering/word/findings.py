"""What is found in a house file: the sentence about it, and where it stands."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing found in a house file.

    Attributes:
        sentence: what is wrong, and what to do.
        where: the part of the file and the place in it, with a few words of its text; "" for the file as a whole.
        is_remark: whether the file can be used all the same.
    """

    sentence: str
    where: str = ""
    is_remark: bool = False

    def __str__(self) -> str:
        return f"{self.where}: {self.sentence}" if self.where else self.sentence
