"""What is in the pretix of the tests: run inside its own venv, never imported by the product.

One organiser; `summit`, three days in June 2027 with orders in every state that a scanner meets;
`motorshow`, a series whose tickets are signed (`pretix_sig1`). Secrets follow from a number,
tokens are random.
"""

import datetime as dt
import hashlib
import json
import sys
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import django

django.setup()

from django.db import transaction
from django.utils.timezone import now
from django_scopes import scope, scopes_disabled
from pretix.base.models import (
    Device,
    InvoiceAddress,
    Order,
    OrderPosition,
    Organizer,
    Question,
    Team,
)
from pretix.base.models.devices import generate_api_token
from pretix.base.models.orders import BlockedTicketSecret
from pretix.base.secrets import assign_ticket_secret

ZONE = ZoneInfo("Asia/Shanghai")
PRODUCTS = (("Delegate", 2800), ("VIP", 9800), ("Speaker", 0), ("Press", 0))
NAMES = (
    "欧阳娜娜", "𠮷田健一", "张㛃", "囍朤龘", "王伟", "王伟", "Jürgen Müller-Lüdenscheidt",
    "Łukasz Żółć", "محمد العربي", "김민준", "Анна Петрова", "阿卜杜热合曼·买买提艾力",
)  # fmt: skip
ORDERS = 120
CASES = 90_000


def secret_of(number):
    """32 characters of pretix's own alphabet."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    digest = hashlib.sha256(f"kiosk test {number}".encode()).digest()
    return "".join(letters[byte % len(letters)] for byte in digest)


def code_of(number, first="K"):
    letters, code = "ABCDEFGHJKLMNPQRSTUVWXYZ3789", ""
    for _ in range(4):
        number, at = divmod(number, len(letters))
        code = letters[at] + code
    return first + code


def june(day, hour=9):
    return dt.datetime(2027, 6, day, hour, tzinfo=ZONE)


class Event:
    """An event on its way into the database."""

    def __init__(self, organiser, slug, name, **more):
        self.event = organiser.events.create(
            slug=slug, name=name, currency="CNY", live=True, is_public=True,
            date_from=june(6), date_to=june(8, 18),
            plugins="pretix.plugins.checkinlists,pretix.plugins.badges", **more,
        )  # fmt: skip
        settings = self.event.settings
        settings.timezone, settings.locale = "Asia/Shanghai", "en"
        settings.locales, settings.name_scheme = ["en", "zh-hans"], "full"
        self.channel = organiser.sales_channels.get(identifier="web")
        self.items = {
            name: self.event.items.create(
                internal_name=name, name=name, default_price=Decimal(price), position=at,
                admission=True, personalized=True,
            )
            for at, (name, price) in enumerate(PRODUCTS)
        }  # fmt: skip
        self.event.quotas.create(name="all", size=None).items.add(*self.items.values())

    def order(self, number, item, *, code="", status=Order.STATUS_PAID, order=None, **position):
        name = NAMES[number % len(NAMES)]
        made = Order.objects.create(
            code=code or code_of(number), event=self.event, email=f"guest{number}@example.com",
            status=status, locale="en", datetime=june(1), expires=june(30), total=Decimal(0),
            sales_channel=self.channel, **(order or {}),
        )  # fmt: skip
        InvoiceAddress.objects.create(
            order=made, company=f"公司 {number}", is_business=True,
            name_parts={"_scheme": "full", "full_name": name},
        )  # fmt: skip
        return made, self.position(made, item, number, name=name, **position)

    def position(self, order, item, number, name="", positionid=1, **more):
        return OrderPosition.objects.create(
            order=order, item=item, positionid=positionid, price=item.default_price,
            attendee_name_parts={"_scheme": "full", "full_name": name} if name else None,
            company=f"公司 {number}", attendee_email=f"guest{number}@example.com",
            secret=secret_of(number), **more,
        )  # fmt: skip

    def checkin_list(self, name, items=None, **more):
        made = self.event.checkin_lists.create(name=name, all_products=items is None, **more)
        if items is not None:
            made.limit_products.set([self.items[item] for item in items])
        return made.pk


def cases_of(summit):
    """Orders in the states that a scanner meets, by name."""
    delegate, press = summit.items["Delegate"], summit.items["Press"]
    pending, found = Order.STATUS_PENDING, {}
    plans = (
        ("valid", delegate, {}),
        ("valid2", delegate, {}),
        ("valid3", delegate, {}),
        ("unpaid", delegate, {"status": pending}),
        ("pending_but_valid", delegate, {"status": pending, "order": {"valid_if_pending": True}}),
        ("cancelled", delegate, {"status": Order.STATUS_CANCELED}),
        ("unapproved", delegate, {"status": pending, "order": {"require_approval": True}}),
        ("not_yet", delegate, {"valid_from": june(6) + dt.timedelta(days=3650)}),
        ("no_longer", delegate, {"valid_until": dt.datetime(2020, 1, 1, tzinfo=ZONE)}),
        ("vip", summit.items["VIP"], {}),
        ("question", press, {}),
        ("blocked", delegate, {"blocked": ["admin"]}),
        ("revoked", delegate, {}),
        ("cancelled_position", delegate, {}),
    )
    for at, (name, item, more) in enumerate(plans):
        number = CASES + at
        order, position = summit.order(number, item, code=f"CASE{chr(65 + at)}", **more)
        found[name] = {"order": order.code, "secret": position.secret, "position": position.pk}
        if name == "blocked":
            BlockedTicketSecret.objects.create(
                event=summit.event, secret=position.secret, position=position, blocked=True
            )
        elif name == "revoked":
            position.revoked_secrets.create(event=summit.event, secret=position.secret)
            position.secret = secret_of(number + 1000)
            position.save()
            found[name]["now"] = position.secret
        elif name == "cancelled_position":
            summit.position(order, item, number + 1000, positionid=2)
            position.canceled = True
            position.save()
    return found


def a_device(organiser, name, profile, *, initialised):
    device = Device(organizer=organiser, name=name, security_profile=profile, all_events=True)
    if initialised:
        device.initialized, device.api_token = now(), generate_api_token()
        device.hardware_brand = device.hardware_model = "test"
        device.software_brand, device.software_version = "test", "1"
    device.save()
    return device


def seed():
    organiser = Organizer.objects.create(slug="autosummit", name="Auto Summit")
    with scope(organizer=organiser):
        summit = Event(organiser, "summit", "Global Auto Summit")
        question = summit.event.questions.create(
            identifier="PRESSID", question="Press card", type=Question.TYPE_STRING, required=True,
            ask_during_checkin=True,
        )  # fmt: skip
        question.items.add(summit.items["Press"])
        lists = {
            "main": summit.checkin_list("Main entrance"),
            "hall": summit.checkin_list("Hall 3", allow_multiple_entries=True),
            "vip": summit.checkin_list("VIP lounge", ["VIP", "Speaker"]),
        }
        items = list(summit.items.values())
        for number in range(ORDERS):
            summit.order(number, items[number % len(items)])
        cases = cases_of(summit)
        show = Event(organiser, "motorshow", "Motor Show")
        show.event.settings.ticket_secret_generator = "pretix_sig1"
        show_list = show.checkin_list("Motor show gate")
        signed = []
        for number in range(10):
            order, _ = show.order(5000 + number, show.items["Delegate"], code=code_of(number, "M"))
            position = order.positions.first()
            signed.append(position)
            assign_ticket_secret(show.event, position, force_invalidate=True, save=True)
        team = Team.objects.create(
            organizer=organiser, name="all", all_events=True, all_event_permissions=True,
            all_organizer_permissions=True,
        )  # fmt: skip
        for order in Order.objects.all():
            order.create_transactions()
        return {
            "organizer": organiser.slug,
            "event": "summit",
            "lists": lists,
            "items": {name: item.pk for name, item in summit.items.items()},
            "question": question.pk,
            "cases": cases,
            "secrets": [secret_of(number) for number in range(ORDERS)],
            "positions": OrderPosition.all.filter(order__event=summit.event).count(),
            "team_token": team.tokens.create(name="tests").token,
            "full_token": a_device(organiser, "full", "full", initialised=True).api_token,
            "init_tokens": [
                a_device(
                    organiser, f"fresh {n}", "pretixscan", initialised=False
                ).initialization_token
                for n in range(20)
            ],
            "show": {
                "event": "motorshow",
                "list": show_list,
                "secrets": [position.secret for position in signed],
                "key": show.event.settings.ticket_secrets_pretix_sig1_pubkey,
            },
        }


with scopes_disabled(), transaction.atomic():
    Path(sys.argv[1]).write_text(json.dumps(seed(), ensure_ascii=False, indent=1), "utf-8")
