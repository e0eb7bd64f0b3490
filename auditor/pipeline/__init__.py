"""The one road from a mandate to a report: collect, extract, the viewer's cut, link, assess."""

from auditor.pipeline.audit import Progress, audit, explain
from auditor.pipeline.view import Kit, cut, view

__all__ = ["Kit", "Progress", "audit", "cut", "explain", "view"]
