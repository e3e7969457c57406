"""Tickets: the issuer's keys, and tickets for a list."""

import base64
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.exit_codes import USAGE
from kiosk.cli.output import Json, answer
from kiosk.cli.rejections import SHOWN, rejected_lines, rejected_values
from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured, Trouble, writing

tickets = typer.Typer(help="Ticket codes: make keys, issue codes.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(tickets, name="tickets")


@tickets.command()
def keys(
    out: Annotated[Path, typer.Option(help="Folder for issuer.key and issuer.pub.")],
    as_json: Json = False,
) -> None:
    """Make an issuer's key pair; keep issuer.key off every station."""
    from kiosk.keys.issuing import Issuer  # noqa: PLC0415  cryptography only where needed
    from kiosk.keys.secret_file import write_secret  # noqa: PLC0415

    if (out.parent / "facts.db").exists() or (out / "facts.db").exists():
        raise Misconfigured(
            Words("这是签到台的数据文件夹。", "This is a station's data folder."),
            Words(
                "私钥不能放在签到台上，请换一个文件夹。",
                "A private key never lives on a station; choose another.",
            ),
        )
    issuer = Issuer.generate()
    private = out / "issuer.key"
    with writing(out):
        out.mkdir(parents=True, exist_ok=True)
    with writing(private):
        try:
            write_secret(private, base64.b64encode(issuer.seed))
        except FileExistsError as error:
            raise _key_exists(private) from error
    _write_public(issuer.public_text, private)
    values = {"private": str(private), "public": issuer.public_text}
    text = f'{private}（保密 keep secret）\nevent.toml: issuers = ["{issuer.public_text}"]'
    answer(values, as_json=as_json, text=text)


def _write_public(public: str, private: Path) -> None:
    path = private.with_name("issuer.pub")
    try:
        with writing(path):
            path.write_text(public + "\n", encoding="ascii")
    except Trouble:
        private.unlink()  # nobody has seen it yet, and half a pair would stand in the way
        raise


def _key_exists(private: Path) -> Misconfigured:
    return Misconfigured(
        Words(f"{private} 已存在，没有覆盖。", f"{private} exists and was not overwritten."),
        Words(
            "用旧密钥签发的票仍需要它；请换一个文件夹。",
            "Issued tickets need it; choose another folder.",
        ),
    )


@tickets.command()
def issue(
    file: Annotated[Path, typer.Argument(help="The attendee list, CSV.")],
    *,
    event: Annotated[Path, typer.Option(help="The event file, TOML.")],
    out: Annotated[Path, typer.Option(help="New folder for codes.csv and the tickets.")],
    key: Annotated[Path | None, typer.Option(help="issuer.key, for signed codes")] = None,
    kind: Annotated[
        str,
        typer.Option(help="signed: admits offline; opaque: reads from further, import codes.csv"),
    ] = "signed",
    png: Annotated[bool, typer.Option("--png", help="a picture for phones")] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="a page for printers")] = False,
    svg: Annotated[bool, typer.Option("--svg", help="the bare code")] = False,
    as_json: Json = False,
) -> None:
    """Make a ticket for every valid one on a list, read back before it is given out.

    Draws all three forms unless some are chosen. Exit 2 when the list has no valid ticket.
    """
    # ReportLab and OpenCV only where needed
    from kiosk.composition.ticket_files import Form  # noqa: PLC0415
    from kiosk.composition.ticket_issue import CODES, Kind, Order, issue_tickets  # noqa: PLC0415

    if kind not in set(Kind):
        raise typer.BadParameter(f"--kind {kind}: signed or opaque")
    chosen = {Form.PNG: png, Form.PDF: pdf, Form.SVG: svg}
    forms = tuple(form for form, wanted in chosen.items() if wanted or not any(chosen.values()))
    with _counting() as progress:
        done = issue_tickets(Order(file, event, key, out, Kind(kind), forms), progress)
    codes = out / CODES
    values = {
        "issued": done.tickets,
        "sent_back": done.sent_back,
        "codes": str(codes) if done.tickets else None,
        "rejected": rejected_values(done.rejected),
        "framed": [{"number": number, "characters": which} for number, which in done.framed],
    }
    lines = [f"{done.tickets} 张票 tickets → {out}"]
    if done.tickets:
        lines.append(f"  均已读回 all read back; 重画 symbols made anew {done.sent_back}")
    if kind == Kind.OPAQUE and done.tickets:
        lines.append(f"  请在每台签到台导入 import at each station: {codes}")
    lines += [
        f"  {number}: 字体中没有 no font has {which}" for number, which in done.framed[:SHOWN]
    ]
    lines += [f"  未签发 rejected {len(done.rejected)}", *rejected_lines(done.rejected)]
    answer(values, as_json=as_json, text="\n".join(lines))
    if not done.tickets:
        raise typer.Exit(USAGE)


@contextmanager
def _counting() -> Iterator[Callable[[int, int], None]]:
    """A counter on the terminal while somebody waits there; nothing in a log."""
    if not sys.stderr.isatty():
        yield lambda _done, _whole: None
        return
    try:
        yield lambda done, whole: print(f"\r{done} / {whole}", end="", file=sys.stderr, flush=True)
    finally:
        print(file=sys.stderr)
