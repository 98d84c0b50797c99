"""Templates of the user's own: saved from a study, and removed with the way back."""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from decidr import paths
from decidr.formats.templates import remove_template, restore_template, save_template, templates
from decidr.gui.document import Document
from decidr.gui.file_failures import write_failure_told
from decidr.gui.messages import Messages, Offer
from decidr.language import _


class OwnTemplates(QObject):
    """Makes templates of the document's study; ``changed`` tells that the user's templates are others."""

    changed = Signal()

    def __init__(self, document: Document, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._messages = document, messages

    def offer(self) -> None:
        """Ask what a template of the study shall keep, and save it so."""
        text = _("«{title}» becomes a template, without judgments, weights, people and snapshots. What of its data?")
        self._messages.tell(
            text.format(title=self._document.name or _("the new study")),
            Offer(_("Keep the data"), lambda: self._save(with_data=True)),
            Offer(_("Leave the data out"), lambda: self._save(with_data=False)),
        )

    def remove(self, template: str) -> None:
        """Delete a template of the user's (its id), and offer to bring it back."""
        title = next((t.title for t in templates() if t.id == template), template)
        try:
            content = remove_template(template)
        except OSError as error:
            self._messages.warn(write_failure_told(paths.own_templates(), error))
            return
        self.changed.emit()
        undo = Offer(_("Undo"), lambda: self._restore(template, content))
        self._messages.tell(_("Removed the template «{title}».").format(title=title), undo)

    def _save(self, *, with_data: bool) -> None:
        try:
            template = save_template(self._document.study, with_data)
        except OSError as error:
            self._messages.warn(write_failure_told(paths.own_templates(), error))
            return
        folder = QUrl.fromLocalFile(str(template.path.parent.absolute()))
        show = Offer(_("Show in folder"), lambda: QDesktopServices.openUrl(folder))
        self._messages.tell(_("«{title}» is a template now: New study… offers it.").format(title=template.title), show)

    def _restore(self, template: str, content: bytes) -> None:
        try:
            restore_template(template, content)
        except OSError as error:
            self._messages.warn(write_failure_told(paths.own_templates(), error))
            return
        self.changed.emit()
