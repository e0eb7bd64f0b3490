"""Pages fetched politely: robots first, at the host's pace, a few redirects within one site."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from urllib.parse import SplitResult, urljoin

from auditor.collect.net import robots
from auditor.collect.net.address import SAVE, moved, parts
from auditor.collect.net.answer import Fetched, FetchRefusedError
from auditor.collect.net.limits import Limits
from auditor.collect.net.pace import Pace
from auditor.collect.net.robots import CLOSED, Robots
from auditor.model.text import say

if False:  # pragma: no cover
    from auditor.collect.net.wire import Answer
