"""Settings of a pretix on loopback: SQLite in WAL mode, tables without their history, no mail."""

from pretix.settings import *  # noqa: F403
from pretix.settings import DATABASES, INSTALLED_APPS

DATABASES["default"]["OPTIONS"].update(
    timeout=30,
    transaction_mode="IMMEDIATE",
    init_command="PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
)
EMAIL_BACKEND = EMAIL_CUSTOM_SMTP_BACKEND = "django.core.mail.backends.dummy.EmailBackend"


class _NoHistory(dict[str, None]):
    """No app has migrations: hundreds of them take a minute, the tables as they are a moment."""

    def __contains__(self, app: object) -> bool:
        return True

    def __getitem__(self, app: str) -> None:
        return None

    def get(self, app: str, default: object = None) -> None:  # type: ignore[override]
        return None


MIGRATION_MODULES = _NoHistory()
APPS = INSTALLED_APPS
