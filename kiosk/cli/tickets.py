"""Tickets: the issuer's keys, and signed codes for a list."""

import base64
import csv
from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.exit_codes import USAGE
from kiosk.cli.output import Json, answer
from kiosk.cli.rejections import rejected_lines, rejected_values
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
    event: Annotated[Path, typer.Option(help="The event file, TOML.")],
    key: Annotated[Path, typer.Option(help="issuer.key")],
    out: Annotated[Path, typer.Option(help="Folder for codes.csv and the pictures.")],
    form: Annotated[str, typer.Option("--format", help="png, svg or pdf")] = "png",
    as_json: Json = False,
) -> None:
    """Sign a code for every valid ticket on a list and draw it as QR; exit 2 when there is none."""
    from kiosk.composition.ticket_issue import issue_tickets  # noqa: PLC0415  ReportLab too

    if form not in {"png", "svg", "pdf"}:
        raise typer.BadParameter(f"--format {form}: png, svg or pdf")
    done = issue_tickets(file, event, key, out, form)
    codes = out / "codes.csv"
    if done.tickets:
        with writing(codes), codes.open("w", encoding="utf-8-sig", newline="") as table:
            writer = csv.writer(table)
            writer.writerow(("编号", "票号", "二维码", "file"))
            writer.writerows(done.tickets)
    values = {
        "issued": len(done.tickets),
        "codes": str(codes) if done.tickets else None,
        "rejected": rejected_values(done.rejected),
    }
    lines = [
        f"{len(done.tickets)} 张票 tickets → {out}",
        f"  未签发 rejected {len(done.rejected)}",
        *rejected_lines(done.rejected),
    ]
    answer(values, as_json=as_json, text="\n".join(lines))
    if not done.tickets:
        raise typer.Exit(USAGE)
