"""Tickets: the issuer's keys, and signed codes for a list."""

import base64
import csv
import os
from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.output import Json, answer
from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured

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

    if (out.parent / "facts.db").exists() or (out / "facts.db").exists():
        raise Misconfigured(
            Words("这是签到台的数据文件夹。", "This is a station's data folder."),
            Words(
                "私钥不能放在签到台上，请换一个文件夹。",
                "A private key never lives on a station; choose another.",
            ),
        )
    issuer = Issuer.generate()
    out.mkdir(parents=True, exist_ok=True)
    private = out / "issuer.key"
    try:
        descriptor = os.open(private, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise Misconfigured(
            Words(f"{private} 已存在，没有覆盖。", f"{private} exists and was not overwritten."),
            Words(
                "用旧密钥签发的票仍需要它；请换一个文件夹。",
                "Issued tickets need it; choose another folder.",
            ),
        ) from error
    with os.fdopen(descriptor, "wb") as file:
        file.write(base64.b64encode(issuer.seed))
    (out / "issuer.pub").write_text(issuer.public_text + "\n", encoding="ascii")
    values = {"private": str(private), "public": issuer.public_text}
    text = f'{private}（保密 keep secret）\nevent.toml: issuers = ["{issuer.public_text}"]'
    answer(values, as_json=as_json, text=text)


@tickets.command()
def issue(
    file: Annotated[Path, typer.Argument(help="The attendee list, CSV.")],
    event: Annotated[Path, typer.Option(help="The event file, TOML.")],
    key: Annotated[Path, typer.Option(help="issuer.key")],
    out: Annotated[Path, typer.Option(help="Folder for codes.csv and the pictures.")],
    form: Annotated[str, typer.Option("--format", help="png, svg or pdf")] = "png",
    as_json: Json = False,
) -> None:
    """Sign a code for everyone on a list and draw it as QR."""
    from kiosk.composition.ticket_issue import issue_tickets  # noqa: PLC0415  ReportLab too

    if form not in {"png", "svg", "pdf"}:
        raise typer.BadParameter(f"--format {form}: png, svg or pdf")
    issued = issue_tickets(file, event, key, out, form)
    with (out / "codes.csv").open("w", encoding="utf-8-sig", newline="") as table:
        writer = csv.writer(table)
        writer.writerow(("编号", "票号", "二维码", "file"))
        writer.writerows(issued)
    values = {"issued": len(issued), "codes": str(out / "codes.csv")}
    answer(values, as_json=as_json, text=f"{len(issued)} 张票 tickets → {out}")
