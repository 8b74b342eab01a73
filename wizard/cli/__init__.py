"""The command line: arguments, exit codes, stderr; nothing else. Puts the adapters behind the ports.

0 fine; 1 the content has problems; 2 wrong usage; 3 the outside failed. stdout is data, stderr is narration.
"""

from __future__ import annotations

import sys

import click

from wizard import __version__
from wizard.cli.ending import end_like_others
from wizard.cli.helping import in_words
from wizard.cli.options import Settings, everywhere, speak_for
from wizard.cli.speaking import speak_first
from wizard.cli.start import front_end
from wizard.core.problems import OutsideFailed
from wizard.core.tongue import t

_COMMANDS = {
    "new": "wizard.cli.workshops:new",
    "open": "wizard.cli.workshops:open_",
    "list": "wizard.cli.workshops:list_",
    "upgrade": "wizard.cli.upgrading:upgrade",
    "rename": "wizard.cli.workshops:rename",
    "duplicate": "wizard.cli.workshops:duplicate",
    "delete": "wizard.cli.workshops:delete",
    "restore": "wizard.cli.workshops:restore",
    "where": "wizard.cli.workshops:where",
    "backup": "wizard.cli.workshops:backup",
    "run": "wizard.cli.scripts:run",
    "render": "wizard.cli.scripts:render",
    "check": "wizard.cli.scripts:check",
    "export": "wizard.cli.transfer:export",
    "import": "wizard.cli.transfer:import_",
    "flow": "wizard.cli.flows:flow",
}


class Commands(click.Group):
    """Imports a command when it is called: start-up is a feature."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        if name not in _COMMANDS:
            return None
        from importlib import import_module  # noqa: PLC0415 - only the command that is called is imported

        module, _, attribute = _COMMANDS[name].partition(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return in_words(command)

    def invoke(self, ctx: click.Context) -> object:
        """A command is found in the language that stands before it, so that its help is too."""
        if asked := ctx.params.get("language"):
            speak_for(Settings(language=asked))
        return super().invoke(ctx)

    def get_help(self, ctx: click.Context) -> str:
        return click.Group.get_help(in_words(self), ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """A command by its name; one that doesn't exist gets the name that looks most like it."""
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches  # noqa: PLC0415

            close = get_close_matches(args[0], _COMMANDS, 1)
            hint = t("Did you mean {name}?", name=close[0]) if close else ""
            ctx.fail(f"{t('There is no command “{name}”.', name=args[0])} {hint}".rstrip())
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="A guided workshop in the terminal that ends in a business model canvas and a plan in Markdown.\n\n"
    "Without a command it opens the home screen: continue a workshop, begin a new one, or look at a "
    "finished example.",
)
@click.version_option(__version__, "--version", message="canvas-wizard %(version)s")
@everywhere
@click.pass_context
def cli(ctx: click.Context, settings: Settings) -> None:
    if ctx.invoked_subcommand is None:
        ctx.exit(front_end(settings))


def main(args: list[str] | None = None) -> None:
    """The command `canvas-wizard`. Ends the process."""
    _speak_utf8()
    end_like_others()
    speak_first()
    try:
        code = cli.main(args=args, prog_name="canvas-wizard", standalone_mode=False)
    except click.ClickException as fault:
        fault.show()
        code = fault.exit_code
    except click.Abort:
        code = 130
    except OutsideFailed as fault:
        from wizard.cli.telling import tell  # noqa: PLC0415 - only when something failed

        tell(fault.problem)
        code = 2 if fault.problem.code == "outside.file_exists" else 3  # the person named the wrong file
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output went away: nothing is wrong
        code = 0
    sys.exit(code if isinstance(code, int) else 0)


def _speak_utf8() -> None:
    """Print any text, also where the locale can't: what it lacks is shown as an escape."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
