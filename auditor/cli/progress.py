"""A bar on the terminal while long work goes on; nothing where no person looks."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[str, int, int, int], None]


@contextmanager
def bar(*, quiet: bool) -> Iterator[Progress]:
    """A callback that moves the bar: stage, done, of how many; posts of the source that is being read."""
    if quiet or not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=None)

        def step(stage: str, done: int, total: int, posts: int) -> None:
            many = f"{stage} {posts:_}".replace("_", "\u202f") if posts else stage
            shown.update(task, description=many, completed=done, total=total)

        yield step
