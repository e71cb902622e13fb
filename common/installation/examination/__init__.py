"""What `jiaohao doctor` looks at, and what to do about each fault."""

from common.installation.examination.examining import Subject, examine
from common.installation.examination.finding import Finding

__all__ = ["Finding", "Subject", "examine"]
