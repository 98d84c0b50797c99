"""The style sheet of the window, as a text with names for the theme's colours and sizes.

Widgets say what they are by dynamic properties, never by colours of their own:

- ``QLabel``: ``type`` = caption, second, strong, section, card_title, page_title, figure; ``tone`` = second,
  third, agrees, look_here, error, accent
- ``QPushButton``: ``kind`` = primary, link, quiet; without one it is an ordinary button
- ``QFrame``: ``kind`` = card, sunken, line
"""

from collections.abc import Mapping
from string import Template

_SHEET = Template("""
QMainWindow, QDialog { background: $window; }
QToolTip { background: $text; color: $card; border: 0; padding: 5px 8px; }

QMenuBar { background: $card; color: $second_text; padding: 1px 6px; border: 0; }
QMenuBar::item { padding: 5px 9px; border-radius: $control; background: transparent; }
QMenuBar::item:selected { background: $sunken; color: $text; }
QMenu { background: $card; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 6px 28px 6px 26px; border-radius: $control; }
QMenu::item:selected { background: $soft_accent; color: $text; }
QMenu::item:disabled { color: $third_text; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }

QLabel { background: transparent; }
QLabel[type="caption"] { font-size: $size_caption; color: $second_text; }
QLabel[type="second"] { color: $second_text; }
QLabel[type="strong"] { font-weight: 600; }
QLabel[type="section"] { font-size: $size_section; font-weight: 600; }
QLabel[type="card_title"] { font-size: $size_card_title; font-weight: 600; }
QLabel[type="page_title"] { font-size: $size_page_title; font-weight: 600; }
QLabel[type="figure"] { font-size: $size_figure; font-weight: 600; }
QLabel[tone="second"] { color: $second_text; }
QLabel[tone="third"] { color: $third_text; }
QLabel[tone="agrees"] { color: $agrees; }
QLabel[tone="look_here"] { color: $look_here; }
QLabel[tone="error"] { color: $error; }
QLabel[tone="accent"] { color: $accent; }

QFrame[kind="card"] { background: $card; border: 1px solid $line; border-radius: $card_radius; }
QFrame[kind="sunken"] { background: $sunken; border: 0; border-radius: $control; }
QFrame[kind="line"] { background: $line; border: 0; min-height: 1px; max-height: 1px; }

QPushButton { background: $card; border: 1px solid $line; border-radius: $control; padding: 5px 14px;
  font-weight: 500; }
QPushButton:hover { background: $sunken; }
QPushButton:pressed { background: $soft_accent; }
QPushButton:focus { border: 1px solid $accent; }
QPushButton:disabled { color: $third_text; background: $window; }
QPushButton::menu-indicator { width: 0; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; padding: 4px 13px; }
QPushButton[kind="primary"]:disabled { background: $sunken; color: $third_text; border-color: $line; }
QPushButton[kind="link"] { background: transparent; color: $accent; border: 1px solid transparent;
  padding: 1px 3px; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 1px solid $accent; }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; padding: 3px 6px;
  color: $second_text; font-weight: 400; }
QPushButton[kind="quiet"]:hover { background: $sunken; color: $text; }
QPushButton[kind="quiet"]:focus { border: 1px solid $accent; }
QPushButton[kind="segment"] { border-radius: 0; border-right-width: 0; padding: 5px 14px; font-weight: 400;
  color: $second_text; }
QPushButton[kind="segment"][end="first"] { border-top-left-radius: $control;
  border-bottom-left-radius: $control; }
QPushButton[kind="segment"][end="last"] { border-right-width: 1px; border-top-right-radius: $control;
  border-bottom-right-radius: $control; }
QPushButton[kind="segment"][end="only"] { border-right-width: 1px; border-radius: $control; }
QPushButton[kind="segment"]:hover { background: $sunken; color: $text; }
QPushButton[kind="segment"]:checked { background: $soft_accent; color: $accent; font-weight: 600; }
QPushButton[kind="segment"]:focus { border: 1px solid $accent; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit { background: $card;
  border: 1px solid $line; border-radius: $control; padding: 4px 8px; selection-background-color: $accent;
  selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus {
  border: 1px solid $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: $third_text; background: $window; }
QComboBox { background: $card; border: 1px solid $line; border-radius: $control; padding: 4px 8px; }
QComboBox:hover { background: $sunken; }
QComboBox:focus, QComboBox:on { border: 1px solid $accent; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: url($chevron); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $line; padding: 4px; outline: 0;
  selection-background-color: $soft_accent; selection-color: $text; }

QTableView, QTreeView, QListView { background: $card; border: 0; gridline-color: $line; outline: 0;
  selection-background-color: $soft_accent; selection-color: $text; }
QHeaderView { background: $card; border: 0; }
QHeaderView::section { background: $card; color: $second_text; border: 0; border-bottom: 1px solid $line;
  padding: 6px 8px; font-weight: 500; }
QTableCornerButton::section { background: $card; border: 0; border-bottom: 1px solid $line; }

QScrollArea { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $other_hosts; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $third_text; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: $sunken; border: 0; border-radius: 2px; max-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
""")


def stylesheet(values: Mapping[str, str]) -> str:
    """The style sheet with every name filled in; KeyError for a name without a value."""
    return _SHEET.substitute(values)
