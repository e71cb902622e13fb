"""The style sheet of the set-up window, from the tokens of the light theme."""

from __future__ import annotations

from common.qt.theme import Theme


def setup_style(theme: Theme) -> str:
    """QSS for every widget of the window. Widgets name their part by the property `part`."""
    c, s = theme.colors, theme.sizes
    return f"""
QWidget {{ color: {c.text}; font-size: {s.body}px; }}
QWidget[part="page"] {{ background: {c.page}; }}
QWidget[part="rail"] {{ background: {c.primary_pressed}; }}
QWidget[part="foot"] {{ background: {c.surface}; border-top: 1px solid {c.border}; }}
QLabel {{ background: transparent; }}
QLabel[part="mark"] {{ color: {c.on_primary}; font-size: 30px; font-weight: bold; }}
QLabel[part="motto"] {{ color: {c.on_primary_quiet}; font-size: {s.caption}px; }}
QLabel[part="title"] {{ font-size: 26px; font-weight: bold; }}
QLabel[part="lead"], QLabel[part="quiet"] {{ color: {c.quiet}; }}
QLabel[part="label"] {{ font-weight: bold; }}
QLabel[part="heading"] {{ font-size: {s.heading}px; font-weight: bold; }}

QPushButton[part="step"] {{
    background: transparent; border: 2px solid transparent; border-radius: {s.radius}px;
    color: {c.on_primary_quiet}; font-size: {s.label}px; padding: 0 10px; min-height: 38px;
    text-align: left;
}}
QPushButton[part="step"]:checked {{
    background: {c.primary_bright}; color: {c.on_primary}; font-weight: bold;
}}
QPushButton[part="step"]:hover:enabled:!checked {{ background: {c.primary}; }}
QPushButton[part="step"]:focus {{ border-color: {c.on_primary}; }}

QPushButton[part="language"] {{
    background: {c.surface}; border: 1px solid {c.border_strong}; min-height: 30px;
    padding: 0 14px; color: {c.quiet};
}}
QPushButton[part="language"][side="left"] {{
    border-top-left-radius: 15px; border-bottom-left-radius: 15px; border-right: none;
}}
QPushButton[part="language"][side="right"] {{
    border-top-right-radius: 15px; border-bottom-right-radius: 15px;
}}
QPushButton[part="language"]:checked {{
    background: {c.primary}; border-color: {c.primary}; color: {c.on_primary}; font-weight: bold;
}}
QPushButton[part="language"]:focus {{ border: 2px solid {c.focus}; }}

QPushButton[part="card"] {{
    background: {c.surface}; border: 1px solid {c.border}; border-radius: 12px;
}}
QPushButton[part="card"]:hover {{ border-color: {c.primary_bright}; }}
QPushButton[part="card"]:checked {{
    background: {c.primary_soft}; border: 2px solid {c.primary};
}}
QPushButton[part="card"]:focus {{ border: 2px solid {c.focus}; }}
QLabel[part="disc"] {{ background: {c.primary_soft}; border-radius: 28px; }}
QLabel[part="disc"][chosen="true"] {{ background: {c.primary}; }}

QPushButton[part="plain"], QPushButton[part="primary"] {{
    background: {c.surface}; border: 1px solid {c.border_strong}; border-radius: {s.radius}px;
    padding: 0 18px; min-height: {s.target}px;
}}
QPushButton[part="plain"]:hover {{ background: {c.primary_soft}; }}
QPushButton[part="plain"]:pressed {{ background: {c.border}; }}
QPushButton[part="plain"]:disabled {{
    background: {c.surface_sunken}; color: {c.border_strong}; border-color: {c.border};
}}
QPushButton[part="primary"] {{
    background: {c.primary}; border: 2px solid {c.primary}; color: {c.on_primary};
    font-weight: bold; min-width: 120px;
}}
QPushButton[part="primary"]:hover {{ background: {c.primary_bright}; }}
QPushButton[part="primary"]:pressed {{ background: {c.primary_pressed}; }}
QPushButton[part="primary"]:disabled {{
    background: {c.surface_sunken}; border-color: {c.border}; color: {c.quiet};
}}
QPushButton[part="plain"]:focus, QPushButton[part="primary"]:focus {{
    border: 2px solid {c.focus};
}}

QLineEdit, QComboBox {{
    background: {c.surface}; border: 1px solid {c.border_strong}; border-radius: {s.radius}px;
    padding: 0 12px; min-height: {s.target - 2}px; font-size: {s.label}px;
    selection-background-color: {c.primary}; selection-color: {c.on_primary};
    placeholder-text-color: {c.quiet};
}}
QLineEdit:focus, QComboBox:focus {{ border: 2px solid {c.focus}; padding: 0 11px; }}
QComboBox QLineEdit {{ border: none; padding: 0; min-height: 0; background: transparent; }}
QComboBox::drop-down {{ border: none; width: 28px; }}
QComboBox::down-arrow {{ image: none; width: 0; height: 0; }}
QComboBox QAbstractItemView {{
    background: {c.surface}; border: 1px solid {c.border_strong}; outline: none;
    selection-background-color: {c.primary_soft}; selection-color: {c.text};
}}
QCheckBox {{ spacing: 10px; min-height: 32px; }}
QCheckBox::indicator {{
    width: 20px; height: 20px; border: 2px solid {c.border_strong}; border-radius: 5px;
    background: {c.surface};
}}
QCheckBox::indicator:checked {{ background: {c.primary}; border-color: {c.primary}; }}
QCheckBox:focus {{ color: {c.primary}; }}

QFrame[part="box"] {{
    background: {c.surface}; border: 1px solid {c.border}; border-radius: 12px;
}}
QFrame[part="told"] {{ border-radius: {s.radius}px; border: none; }}
QFrame[part="told"][tone="good"] {{ background: {c.good_soft}; }}
QFrame[part="told"][tone="bad"] {{ background: {c.bad_soft}; }}
QFrame[part="told"][tone="busy"] {{ background: {c.primary_soft}; }}
QFrame[part="told"][tone="good"] QLabel {{ color: {c.good}; }}
QFrame[part="told"][tone="bad"] QLabel {{ color: {c.bad}; }}
QFrame[part="told"][tone="busy"] QLabel {{ color: {c.primary}; }}

QListWidget {{
    background: {c.surface}; border: 1px solid {c.border}; border-radius: 12px; outline: none;
    padding: 6px;
}}
QListWidget::item {{ border-radius: {s.radius}px; padding: 9px 10px; }}
QListWidget::item:hover {{ background: {c.page}; }}
QListWidget::item:selected {{ background: {c.primary_soft}; color: {c.primary}; }}
QListWidget:focus {{ border: 2px solid {c.focus}; padding: 5px; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{
    background: {c.disabled}; border-radius: 4px; min-height: 32px; margin: 1px;
}}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: transparent; height: 0;
}}
"""
