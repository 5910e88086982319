"""What every interview says of the paper that is made from it."""

from abc import ABC, abstractmethod

from agreements.questions import Interview


class Written(Interview, ABC):
    """An interview from which a paper is made: an agreement, or a note that nobody signs."""

    @property
    @abstractmethod
    def precedent(self) -> str:
        """The name of the master text."""

    @property
    @abstractmethod
    def title(self) -> str:
        """What stands at the top of the paper."""

    @property
    def notice(self) -> str:
        """What every page says, or ""."""
        return ""
