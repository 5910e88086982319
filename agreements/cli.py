"""The command line: papers, checks and questions, on answer files.

Exit codes: 0 all is well; 1 answers have faults; 2 the command, a file or the wording cannot be used; 3 answers are
missing; 4 a paper could not be made; 70 a fault of ours; 130 and 141 somebody broke off, or stopped reading.
"""

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

import click

from agreements import answer_files
from agreements.attachments import Attachments, attach, documents
from agreements.document.stamp import Status
from agreements.errors import (
    AgreementsError,
    CalendarError,
    Fault,
    HouseError,
    InvalidAnswers,
    NotFinal,
    NotJoined,
    RenderingError,
    UnreadableAnswers,
    WordingError,
)
from agreements.interview import INTERVIEWS, Agreement, numbering
from agreements.interview.catalogue import Entry, catalogue
from agreements.interview.joining import join as join_offer
from agreements.interview.journey import remarks
from agreements.interview.loading import kind, load, sections
from agreements.interview.open_points import to_come_back_to
from agreements.interview.reviews_change_ending import Review
from agreements.interview.solicitor import triggers
from agreements.language import _
from agreements.papers import PAPERS, in_the_way, make
from agreements.questions import Loaded, Proposals
from agreements.questions.fields import nearest
from agreements.rendering import SHEET_FORMATS, render_sheet
from agreements.rendering.houses import LARGE_PRINT, OUR_HOUSES, PLAIN, House
from agreements.reviews import Edition, next_edition
from agreements.worksheets import SUBJECTS
from agreements.worksheets import worksheet as worksheet_of

FAULTS, UNUSABLE, MISSING, NOT_MADE, OUR_FAULT, BROKEN_OFF, UNREAD = 1, 2, 3, 4, 70, 130, 141
_CODES: tuple[tuple[type[Exception], int], ...] = (
    (click.ClickException, UNUSABLE),
    (OSError, UNUSABLE),
    (InvalidAnswers, FAULTS),
    (NotFinal, MISSING),
    (NotJoined, UNUSABLE),
    (UnreadableAnswers, UNUSABLE),
    (CalendarError, UNUSABLE),
    (HouseError, UNUSABLE),
    (WordingError, UNUSABLE),
    (RenderingError, NOT_MADE),
)
_CHANGE = _("Change these answers:")
_STILL_OPEN = _("Still to be answered before you sign:")
_SECOND_LOOK = _("Worth a second look:")
_SOLICITOR = _("See a solicitor before you sign:")
_OPEN_IN_NOTE = _("Still to be answered:")
_Answers = click.argument("answers", type=click.Path(path_type=Path))
_File = click.argument("file", type=click.Path(path_type=Path))
_Json = click.option("--json", "as_json", is_flag=True, help="Write the result as JSON.")


@click.group()
@click.version_option(package_name="partnership-agreements", message="%(version)s")
def commands() -> None:
    """Make partnership agreements, and notes on the way to one, from answer files (YAML or JSON)."""


@commands.command()
@_Answers
@click.option(
    "--format", "papers", type=click.Choice(list(PAPERS)), multiple=True, help="What to make; may be repeated."
)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=".", help="The folder to write into.")
@click.option(
    "--house",
    callback=lambda _context, _option, given: _house(given),
    help=f"How it looks: {', '.join(OUR_HOUSES)}, or your own Word file with {{{{p body }}}} where the text goes.",
)
@click.option(
    "--previous",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="The calendar you made before, to carry it on.",
)
@click.option("--final", is_flag=True, help="Make the copy for signing; refused while answers are missing.")
@_Json
def render(
    answers: Path,
    papers: Sequence[str],
    out: Path,
    house: House | None,
    previous: Path | None,
    final: bool,
    as_json: bool,
) -> None:
    """Make papers from ANSWERS: Word and PDF, unless --format says otherwise."""
    stem = f"{answers.stem}-final" if final else answers.stem
    targets = {name: out / f"{stem}.{PAPERS[name].extension}" for name in papers or ("docx", "pdf")}
    if isinstance(house, Path) and "docx" not in targets:
        raise click.UsageError(_("Your own Word file changes the Word paper alone. Add --format docx."))
    if previous and "ics" not in targets:
        raise click.UsageError(_("Only a calendar follows a previous one. Add --format ics."))
    if answers.resolve() in [path.resolve() for path in targets.values()]:
        raise click.UsageError(_("%(file)s holds your answers. Name another folder with --out.", file=answers))
    loaded, attached = _load(answers)
    _check_kind(loaded, final=final, calendar="ics" in targets)
    if as_json and (loaded.faults or (final and in_the_way(loaded))):
        _print_findings(loaded)
    if loaded.faults:
        raise InvalidAnswers(loaded.faults)
    status = Status.FINAL if final else Status.DRAFT
    edition = _edition(loaded, previous or targets.get("ics"))
    made = {
        name: make(loaded, name, status=status, house=house, attachments=attached, edition=edition) for name in targets
    }
    out.mkdir(parents=True, exist_ok=True)
    written = [_write(targets[name], content) for name, content in made.items()]
    written += [_write(out / name, content) for name, content in documents(loaded.interview, attached)]
    if as_json:
        _print_json({"written": [str(path) for path in written], "missing": _as_data(_gaps(loaded))})
    else:
        for path in written:
            click.echo(path)


@commands.command()
@_Answers
@_Json
def check(answers: Path, as_json: bool) -> None:
    """Say what is wrong in ANSWERS, and what is still missing."""
    loaded, _attached = _load(answers)
    gaps = _gaps(loaded)
    if as_json:
        _print_findings(loaded)
    else:
        _print_list(_CHANGE, loaded.faults)
        is_signed = isinstance(loaded.interview, Agreement)
        _print_list(_STILL_OPEN if is_signed else _OPEN_IN_NOTE, gaps)
        _print_sentences(_SOLICITOR, _reasons_for_advice(loaded))
        _print_list(_SECOND_LOOK, _remarks(loaded))
        if not loaded.faults and not gaps:
            ready = _("You can make the copy for signing.") if is_signed else _("You can print it.")
            click.echo(_("Nothing is missing. %(ready)s", ready=ready))
    if loaded.faults or gaps:
        sys.exit(FAULTS if loaded.faults else MISSING)


@commands.command()
@click.option("--of", "interview", type=click.Choice(list(INTERVIEWS)), default="agreement", help="Of which interview.")
@_Json
def questions(interview: str, as_json: bool) -> None:
    """List every question: where it stands in an answer file, what it asks, when it is asked."""
    entries = catalogue(INTERVIEWS[interview])
    if as_json:
        _print_json(entries)
        return
    for entry in entries:
        click.echo(f"{click.style(entry['path'], bold=True)}  ({_how_needed(entry)})")
        click.echo(f"    {entry['question']}")
        click.echo(_("    Write %(written)s.", written=entry["written"]))
        if entry["asked_if"]:
            click.echo(_("    Asked if %(condition)s.", condition=entry["asked_if"]))
        for name, title in entry["choices"].items():
            click.echo(f"      {name}: {title}")


def _how_needed(entry: Entry) -> str:
    if entry["needed_if"]:
        return _("needed if %(condition)s", condition=entry["needed_if"])
    return _("needed") if entry["required"] else _("if you like")


@commands.command()
@_Answers
@_Json
def reviews(answers: Path, as_json: bool) -> None:
    """Suggest review dates for ANSWERS, and say which dates in it need a second look, as on bank holidays."""
    (loaded, _attached), today = _load(answers), datetime.now(UTC).date()
    if loaded.faults:
        raise InvalidAnswers(loaded.faults)
    if not isinstance(loaded.interview, Agreement):
        raise click.UsageError(_("Only an agreement has reviews."))
    proposals = Review.proposals(loaded.interview, today)
    noticed = [one for one in _remarks(loaded) if one.path.startswith("reviews.")]
    if as_json:
        rows = [{**row.answers, "remarks": row.remarks} for row in proposals.rows]
        _print_json({"intro": proposals.intro, "proposed": rows, "remarks": _as_data(noticed)})
        return
    _print_proposals(proposals)
    _print_list(_("The dates in your file that need a second look:"), noticed)
    if proposals.rows and not loaded.interview.reviews.reviews:
        click.echo(_("To use these dates, put this into your file. Then change what does not suit you."))
        listed = [{"id": f"review-{place}", **row.answers} for place, row in enumerate(proposals.rows, 1)]
        click.echo(answer_files.write({"reviews": {"reviews": listed}}).decode().rstrip())


@commands.command()
@click.argument("answers", type=click.Path(path_type=Path), required=False)
@click.option(
    "--of",
    "subjects",
    type=click.Choice(list(SUBJECTS)),
    multiple=True,
    help="What is asked; may be repeated. What ANSWERS holds, or else the agreement, if not said.",
)
@click.option("--step", type=click.IntRange(min=1), help="Only this step.")
@click.option(
    "--format",
    "formats",
    type=click.Choice(list(SHEET_FORMATS)),
    multiple=True,
    help="May be repeated; all, if not said.",
)
@click.option("--all", "everything", is_flag=True, help="Also the topics that are not essential, but worth agreeing.")
@click.option(
    "--house",
    default=PLAIN,
    callback=lambda _context, _option, given: _house_of_ours(given),
    help=f"How it looks: {', '.join(OUR_HOUSES)}.",
)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=".", help="The folder to write into.")
def worksheet(  # one parameter for each option
    answers: Path | None,
    subjects: Sequence[str],
    step: int | None,
    formats: Sequence[str],
    everything: bool,
    house: str,
    out: Path,
) -> None:
    """Make worksheets to write on: blank, or with what is in ANSWERS so far."""
    raw = _raw(answers) if answers else None
    if raw and kind(raw) not in SUBJECTS:
        raise InvalidAnswers(load(raw).faults)
    asked = subjects or [kind(raw) if raw else "agreement"]
    for subject in asked:
        _check_worksheet(subject, raw, step, everything=everything)
    made = {}
    for subject in asked:
        sheet = worksheet_of(
            SUBJECTS[subject], sections(raw) if raw else None, step, everything=everything, large=house == LARGE_PRINT
        )
        parts = [answers.stem] if answers else []
        parts += [subject] if subject != "agreement" else []
        parts += ["worksheet", *(["all"] if everything else []), *([f"step-{step}"] if step else [])]
        stem = "-".join([*parts, *([house] if house != PLAIN else [])])
        for extension in formats or SHEET_FORMATS:
            made[f"{stem}.{extension}"] = render_sheet(sheet, extension, house)
    out.mkdir(parents=True, exist_ok=True)
    for name, content in made.items():
        click.echo(_write(out / name, content))


def _check_worksheet(subject: str, raw: Mapping[str, Any] | None, step: int | None, *, everything: bool) -> None:
    """Refuse a file of another kind, a step that there is not, and an option that would do nothing."""
    if raw and kind(raw) != subject:
        raise click.UsageError(
            _(
                "The file holds answers of “%(kind)s”, and you ask for --of %(subject)s. Leave out --of.",
                kind=kind(raw),
                subject=subject,
            )
        )
    steps = len(numbering.steps(SUBJECTS[subject].interview))
    if step and step > steps:
        raise click.UsageError(_("There are %(steps)s steps in --of %(subject)s.", steps=steps, subject=subject))
    if everything and not SUBJECTS[subject].has_more_than_essentials:
        raise click.UsageError(_("All of --of %(subject)s is essential. Leave out --all.", subject=subject))


def _house(given: str | None) -> House | None:
    """One of our houses by its name, or somebody's Word file. A word that is neither is most likely a name misspelt."""
    if given is None or given in OUR_HOUSES:
        return given
    if Path(given).suffix or Path(given).exists():
        return Path(given)
    raise click.UsageError(_no_such_house(given, _(" Or name your own Word file, which ends in .docx.")))


def _house_of_ours(given: str) -> str:
    if given in OUR_HOUSES:
        return given
    raise click.UsageError(_no_such_house(given, ""))


def _no_such_house(given: str, more: str) -> str:
    return _(
        "There is no house “%(house)s”.%(nearest)s Our houses are: %(houses)s.%(more)s",
        house=given,
        nearest=nearest(given, list(OUR_HOUSES)),
        houses=", ".join(OUR_HOUSES),
        more=more,
    )


@commands.command()
@click.argument("offer", type=click.Path(path_type=Path))
@_Answers
@click.option("--as", "partner", required=True, help="The id of the partner in ANSWERS whose offer it is.")
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="The new file; beside ANSWERS, if not said."
)
@_Json
def join(offer: Path, answers: Path, partner: str, out: Path | None, as_json: bool) -> None:
    """Write a new answer file: ANSWERS, with the OFFER of one partner in it.

    Both files stay as they are. Comments in ANSWERS are not written into the new file. Whatever ANSWERS says already is
    kept. Pictures and documents are looked for beside the new file.
    """
    target = out or answers.with_name(f"{answers.stem}-with-{partner}.yaml")
    if target.suffix.lower() not in {".yaml", ".yml"}:
        raise click.UsageError(_("Choose a name that ends in .yaml: it is a YAML file."))
    joined = join_offer(_raw(answers), _raw(offer), partner)
    if joined.joined and target.exists():
        raise click.UsageError(_("%(file)s is there already. Name another file with --out.", file=target))
    written = []
    if joined.joined:
        target.parent.mkdir(parents=True, exist_ok=True)
        written = [_write(target, answer_files.write(joined.answers))]
    if as_json:
        named = {name: _as_data(getattr(joined, name)) for name in ("joined", "there_already", "left_out")}
        _print_json({"written": [str(path) for path in written], **named})
        return
    _print_list(_("Joined:"), joined.joined)
    _print_list(_("There already, and left as it was:"), joined.there_already)
    _print_list(_("Left out:"), joined.left_out)
    click.echo(written[0] if written else _("There is nothing new to join, so no file was written."))


@commands.group()
def house() -> None:
    """Make and check a letterhead of your own: a house."""


@house.command()
@_File
def new(file: Path) -> None:
    """Write our plain house to FILE (.docx), as a start for your own letterhead."""
    from agreements.rendering.word import our_house  # noqa: PLC0415  # Word's libraries are slow to import

    if file.suffix.lower() != ".docx":
        raise HouseError(_("Choose a name that ends in .docx: it is a Word file."))
    if file.exists():
        raise HouseError(_("%(file)s is there already. Choose another name.", file=file))
    click.echo(_write(file, our_house()))


@house.command("check")
@_File
@_Json
def check_house(file: Path, as_json: bool) -> None:
    """Say all that is wrong with the Word file FILE as a letterhead, and where it stands."""
    from agreements.rendering.word import checked  # noqa: PLC0415  # as above

    found = checked(file)
    problems = [one for one in found if not one.is_remark]
    if as_json:
        _print_json({"problems": _found_as_data(problems), "remarks": _found_as_data(set(found) - set(problems))})
    else:
        for one in found:
            click.echo(_("Good to know: %(remark)s", remark=one) if one.is_remark else one)
        if not problems:
            click.echo(_("This Word file can be used as a house."))
    if problems:
        sys.exit(UNUSABLE)


def _found_as_data(found: Iterable[Any]) -> list[dict[str, str]]:
    return [{"where": one.where, "message": str(one.sentence)} for one in found]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line. Every error is a sentence and an exit code, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        _run(list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()
    except click.exceptions.Exit as ended:
        sys.exit(ended.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(BROKEN_OFF)
    except BrokenPipeError:
        _leave(sys.stdout)
        sys.exit(UNREAD)
    except Exception as error:  # noqa: BLE001  # the last resort: a person never sees a traceback
        try:
            _say(error)
            sys.stderr.flush()
        except BrokenPipeError:
            _leave(sys.stderr)
        sys.exit(next((code for kind, code in _CODES if isinstance(error, kind)), OUR_FAULT))


def _leave(stream: TextIO) -> None:
    """Write nothing more where nobody reads. Python would flush what is left, and complain, as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _run(arguments: list[str]) -> None:
    # Not `commands.main`: it ends with 1 when nobody reads on, and 1 says that answers have faults.
    with commands.make_context("agreements", arguments) as context:
        commands.invoke(context)


def _say(error: Exception) -> None:
    """Say what went wrong, in words for people."""
    match error:
        case click.ClickException():
            error.show()
        case InvalidAnswers():
            _print_list(_CHANGE, error.faults, err=True)
        case NotFinal():
            _print_list(_STILL_OPEN, error.missing, err=True)
        case AgreementsError():
            click.echo(str(error), err=True)
        case OSError():
            reason = (error.strerror or str(error)).lower()
            click.echo(_("%(file)s: %(reason)s.", file=error.filename or "", reason=reason), err=True)
        case _:
            kind = type(error).__name__
            click.echo(
                _("Something went wrong on our side (%(kind)s). Your answers are unharmed.", kind=kind), err=True
            )


def _load(answers: Path) -> tuple[Loaded, Attachments]:
    """The answers of a file, and the files beside it that they name."""
    attached = attach(_raw(answers), answers.parent)
    loaded = load(attached.answers)
    return replace(loaded, faults=(*loaded.faults, *attached.faults)), attached.contents


def _raw(answers: Path) -> Mapping[str, Any]:
    raw = answer_files.read(answers)
    if not isinstance(raw, Mapping):
        raise UnreadableAnswers(_("%(file)s holds no answers: write them as named sections.", file=answers.name))
    return raw


def _edition(loaded: Loaded, previous: Path | None) -> Edition | None:
    """What a calendar must know of the one before it: the one that is named, or else that is written over."""
    if previous is None or not previous.exists():
        return None
    return next_edition(loaded.interview, previous.read_bytes(), str(previous))


def _check_kind(loaded: Loaded, *, final: bool, calendar: bool) -> None:
    """Refuse what only an agreement has, so that no option is accepted and does nothing."""
    if isinstance(loaded.interview, Agreement):
        return
    if final:
        raise click.UsageError(_("Nobody signs this paper. Leave out --final."))
    if calendar:
        raise click.UsageError(_("Only an agreement has reviews. Choose another --format."))


def _write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def _print_list(heading: str, faults: Sequence[Fault], *, err: bool = False) -> None:
    if faults:
        click.echo(click.style(heading, bold=True), err=err)
        for fault in faults:
            click.echo(f"  {fault}", err=err)


def _print_sentences(heading: str, sentences: Sequence[str]) -> None:
    if sentences:
        click.echo(click.style(heading, bold=True))
        for sentence in sentences:
            click.echo(f"  {sentence}")


def _print_proposals(proposals: Proposals) -> None:
    click.echo(click.style(proposals.title, bold=True))
    for sentence in proposals.intro:
        click.echo(f"  {sentence}")
    for row in proposals.rows:
        click.echo("\n      ".join((f"  - {row.label}", *row.remarks)))


def _gaps(loaded: Loaded) -> list[Fault]:
    """What is missing or not agreed, without what is there and faulty."""
    return [one for one in in_the_way(loaded) if one not in loaded.faults]


def _print_findings(loaded: Loaded) -> None:
    advice = {"solicitor": _reasons_for_advice(loaded)} if isinstance(loaded.interview, Agreement) else {}
    noticed = {"remarks": _as_data(_remarks(loaded))}
    _print_json({"faults": _as_data(loaded.faults), "missing": _as_data(_gaps(loaded)), **advice, **noticed})


def _reasons_for_advice(loaded: Loaded) -> tuple[str, ...]:
    """Why to see a solicitor first: of an agreement alone, since nobody signs the other papers."""
    return triggers(loaded.interview) if isinstance(loaded.interview, Agreement) else ()


def _remarks(loaded: Loaded) -> tuple[Fault, ...]:
    """What is well formed and yet worth a second look."""
    noticed = (Fault(path, sentence) for path, sentence in remarks(loaded.interview, datetime.now(UTC).date()))
    return (*noticed, *to_come_back_to(loaded))


def _as_data(faults: Sequence[Fault]) -> list[dict[str, str]]:
    return [{"path": fault.path, "message": str(fault.message)} for fault in faults]


def _print_json(data: Any) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))
