"""Whether a hall has the services and bundles that its forms name."""

from __future__ import annotations

from collections.abc import Iterator

from common.domain.hall import Hall
from common.domain.text import Text
from common.operations.form_files.errors import FormProblem
from common.operations.form_files.reading import FormFiles
from common.operations.hall_file.references import dangling

_SERVICE = Text(zh="事项", en="service")
_BUNDLE = Text(zh="一件事", en="bundle")


def faulty_services(files: FormFiles, hall: Hall) -> Iterator[FormProblem]:
    """Each service or bundle that a form names and `hall` does not have."""
    services = {str(service.code) for service in hall.services}
    bundles = {str(bundle.code) for bundle in hall.bundles}
    for code, form in files.book.forms.items():
        faults = [
            *(f for one in form.services for f in dangling(("services",), one, services, _SERVICE)),
            *(f for one in form.bundles for f in dangling(("bundles",), one, bundles, _BUNDLE)),
        ]
        for path, words in faults:
            yield FormProblem(files.files[code], files.documents[code].line(path), words)
