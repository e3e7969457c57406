"""A wrong command line, for programs; the words for people are on standard error already."""

import argparse
import json
import sys
from typing import NoReturn


def say_usage(message: str) -> None:
    """Print the mistake as JSON, where JSON was asked for."""
    if "--json" in sys.argv:
        said = {"zh": f"命令用法有误：{message}", "en": message}
        print(json.dumps({"error": said}, ensure_ascii=False))


class Options(argparse.ArgumentParser):
    """argparse, whose mistakes are told as those of every other command are."""

    def error(self, message: str) -> NoReturn:
        """Print usage and message, and end with the code for wrong usage."""
        say_usage(message)
        super().error(message)
