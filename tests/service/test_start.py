"""The start page: the examples that somebody may begin from."""

from agreements import answer_files, resources
from agreements.interview import Agreement
from agreements.interview.journey import missing
from service.start import examples


def test_brook_lane_is_shown_first(visitor):
    visitor.open("/")
    names = [form.get("value") for form in visitor.page.xpath("//input[@name='example']")]
    assert names == [one.name for one in examples()]
    assert names[0] == "f2-brook-lane-welcome"


def test_every_example_that_is_shown_is_finished():
    for one in examples():
        loaded = Agreement.load(answer_files.read(resources.examples() / f"{one.name}.yaml"))
        assert loaded.faults == missing(loaded.interview) == ()


def test_the_files_of_an_example_come_along_with_it(visitor):
    northvale = visitor.begin("f3-northvale-draft-b")
    northvale.open("papers")
    (address,) = (address for address in northvale.links().values() if "/documents/" in address)
    assert northvale.open(address).response.data == (resources.examples() / "f3-northvale-terms.pdf").read_bytes()


def test_every_example_is_called_as_its_agreement_is():
    for one in examples():
        loaded = Agreement.load(answer_files.read(resources.examples() / f"{one.name}.yaml"))
        assert one.title in (loaded.interview.name, loaded.interview.title)
