"""The tests of the project. A package, since some libraries bring a package of this name along, and ours goes first."""
