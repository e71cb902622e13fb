"""One style sheet for the whole counter, made from the theme's tokens."""

from __future__ import annotations

from counter.widgets.desk_theme import DeskTheme


def style_sheet(theme: DeskTheme) -> str:
    """QSS for every widget of the counter. Widgets name their part by the property `part`."""
    c, s, px = theme.colors, theme.sizes, theme.px
    return f"""
QWidget {{ color: {c.text}; font-size: {s.body}px; }}
QWidget[part="page"] {{ background: {c.page}; }}
QToolTip {{ background: {c.text}; color: {c.surface}; border: none; padding: {s.space}px; }}

QFrame[part="header"] {{ background: {c.surface}; border-bottom: 1px solid {c.border}; }}
QFrame[part="card"] {{
    background: {c.surface}; border: 1px solid {c.border}; border-radius: {s.radius}px;
}}
QFrame[part="sheet"] {{
    background: {c.surface}; border: 1px solid {c.border_strong}; border-radius: {s.radius}px;
}}
QFrame[part="rule"] {{ background: {c.border}; max-height: 1px; border: none; }}
QFrame[part="reason"] {{ background: {c.primary_soft}; border-radius: {s.radius}px; }}
QFrame[part="panel"] {{ background: {c.page}; border-radius: {s.radius}px; }}
QFrame[part="panel"] QStackedWidget, QFrame[part="panel"] QStackedWidget > QWidget {{
    background: transparent;
}}
QLabel[part="told"] {{ border-radius: {s.radius}px; padding: {px(8)}px; }}
QLabel[part="told"][tone="alarm"] {{ background: {c.bad_soft}; color: {c.bad}; }}
QLabel[part="told"][tone="caution"] {{ background: {c.caution_soft}; color: {c.caution}; }}
QLabel[part="told"][tone="info"] {{ background: {c.primary_soft}; color: {c.primary}; }}
QPushButton[part="form"] {{
    background: {c.primary_soft}; border: 1px solid {c.primary}; padding: 0; min-height: {px(36)}px;
}}
QPushButton[part="form"]:hover {{ background: {c.surface}; }}
QPushButton[part="form"]:focus {{ border: 2px solid {c.focus}; padding: 0; }}
QLabel[part="form"] {{ color: {c.primary}; font-weight: bold; }}
QFrame[part="note"] {{ background: {c.caution_soft}; border-radius: {s.radius}px; }}
QFrame[part="alarm"] {{ border-radius: {s.radius}px; border: 1px solid {c.border}; }}
QFrame[part="alarm"][tone="alarm"] {{ background: {c.bad_soft}; border-color: {c.bad}; }}
QFrame[part="alarm"][tone="caution"] {{
    background: {c.caution_soft}; border-color: {c.caution};
}}
QFrame[part="alarm"][tone="quiet"] {{ background: {c.surface}; }}
QFrame[part="alarm"][tone="quiet"] QLabel {{ color: {c.quiet}; }}
QFrame[part="help"] {{ border-radius: {s.radius}px; }}
QFrame[part="help"][tone="help"] {{
    background: {c.primary_soft}; border: 2px solid {c.primary};
}}
QFrame[part="help"][tone="escalated"] {{
    background: {c.bad_soft}; border: 4px solid {c.bad};
}}
QFrame[part="help"][tone="mine"] {{ background: {c.good_soft}; border: 1px solid {c.good}; }}

QLabel {{ background: transparent; }}
QLabel[part="quiet"] {{ color: {c.quiet}; }}
QLabel[part="practice"] {{
    background: {c.caution}; color: {c.on_primary}; font-weight: bold; padding: {px(4)}px;
}}
QLabel[part="met"] {{ color: {c.good}; }}
QLabel[part="caption"] {{ color: {c.quiet}; font-size: {s.caption}px; }}
QLabel[part="help_state"] {{ font-weight: bold; }}
QLabel[part="help_state"][tone="help"] {{ color: {c.primary}; }}
QLabel[part="help_state"][tone="escalated"] {{ color: {c.bad}; }}
QLabel[part="help_state"][tone="mine"] {{ color: {c.good}; }}
QLabel[part="help_time"] {{ font-size: {s.label}px; font-weight: bold; }}
QLabel[part="alarm_name"] {{ font-size: {s.label}px; font-weight: bold; }}
QLabel[part="heading"] {{ font-size: {s.heading}px; font-weight: bold; }}
QLabel[part="title"] {{ font-size: {s.title}px; font-weight: bold; }}
QLabel[part="service"] {{ font-size: {s.heading}px; font-weight: bold; }}
QLabel[part="number"] {{ color: {c.call}; font-size: {s.number}px; font-weight: bold; }}
QLabel[part="number"][state="serving"] {{ color: {c.counter}; }}
QLabel[part="time"] {{ font-size: {px(40)}px; font-weight: bold; }}
QLabel[part="empty"] {{ color: {c.quiet}; font-size: {s.label}px; }}
QLabel[part="idle"] {{ color: {c.quiet}; font-size: {s.title}px; font-weight: bold; }}
QLabel[part="count"] {{ font-size: {s.title}px; font-weight: bold; }}
QLabel[part="badge"] {{
    color: {theme.on_zone}; font-size: {s.title}px; font-weight: bold;
    border-radius: {s.radius}px; padding: 2px {px(12)}px;
}}
QLabel[part="chip"] {{
    font-size: {s.body}px; font-weight: bold; border-radius: {s.radius}px;
    padding: {px(4)}px {px(12)}px;
    background: {c.surface_sunken}; color: {c.text};
}}
QLabel[part="chip"][tone="called"] {{ background: {c.bad_soft}; color: {c.call}; }}
QLabel[part="chip"][tone="serving"] {{ background: {c.good_soft}; color: {c.counter}; }}
QLabel[part="chip"][tone="caution"] {{ background: {c.caution_soft}; color: {c.caution}; }}
QLabel[part="chip"][tone="alarm"] {{ background: {c.bad_soft}; color: {c.bad}; }}
QLabel[part="chip"][tone="fresh"] {{ background: {c.primary}; color: {c.on_primary}; }}
QLabel[part="key"] {{
    font-size: {s.caption}px; font-weight: bold; color: {c.quiet};
    background: {c.surface_sunken}; border-radius: 4px; padding: 1px {px(8)}px;
}}
QLabel[part="key"]:disabled {{ color: {c.border_strong}; background: transparent; }}
QLabel[part="key"][on="primary"] {{
    background: {c.primary_pressed}; color: {c.on_primary}; font-size: {s.label}px;
    padding: {px(4)}px {px(12)}px;
}}
QLabel[part="key"][on="primary"]:disabled {{
    background: transparent; color: {c.quiet};
}}
QLabel[part="act"] {{ font-size: {s.body}px; font-weight: bold; }}
QLabel[part="act"]:disabled {{ color: {c.border_strong}; }}
QLabel[part="act"][on="primary"] {{ color: {c.on_primary}; font-size: {s.title}px; }}
QLabel[part="act"][on="primary"]:disabled {{ color: {c.quiet}; }}
QLabel[part="act"][on="strip"] {{ color: {c.on_primary}; font-size: {s.button}px; }}
QLabel[part="act"][on="strip"]:disabled {{ color: {c.quiet}; }}
QLabel[part="key"][on="strip"] {{ background: {c.primary_pressed}; color: {c.on_primary}; }}
QLabel[part="key"][on="strip"]:disabled {{ background: transparent; color: {c.quiet}; }}
QLabel[part="hint"][on="primary"] {{ color: {c.on_primary_quiet}; font-size: {s.label}px; }}
QLabel[part="hint"][on="primary"]:disabled {{ color: {c.quiet}; }}

QPushButton {{
    background: {c.surface}; border: 1px solid {c.border_strong}; border-radius: {s.radius}px;
    padding: 0 {px(16)}px; min-height: {s.target - 2}px; font-size: {s.body}px;
}}
QPushButton:hover {{ background: {c.primary_soft}; }}
QPushButton:pressed {{ background: {c.border}; }}
QPushButton:focus {{ border: 2px solid {c.focus}; padding: 0 {px(16) - 1}px; }}
QPushButton:disabled {{
    background: {c.surface_sunken}; color: {c.border_strong}; border-color: {c.border};
}}
QPushButton[part="primary"] {{
    background: {c.primary}; color: {c.on_primary}; border: 2px solid {c.primary};
    font-weight: bold;
}}
QPushButton[part="primary"]:hover {{ background: {c.primary_bright}; }}
QPushButton[part="primary"]:pressed {{ background: {c.primary_pressed}; }}
QPushButton[part="primary"]:focus {{ border: 3px solid {c.focus}; }}
QPushButton[part="primary"]:disabled {{
    background: {c.surface_sunken}; border-color: {c.border}; color: {c.quiet};
}}
QPushButton[part="main"] {{
    background: {c.primary}; border: 2px solid {c.primary}; padding: 0; min-height: 0;
}}
QPushButton[part="main"]:hover {{ background: {c.primary_bright}; }}
QPushButton[part="main"]:pressed {{ background: {c.primary_pressed}; }}
QPushButton[part="main"]:focus {{ border: 3px solid {c.focus}; padding: 0; }}
QPushButton[part="main"]:disabled {{ background: {c.surface_sunken}; border-color: {c.border}; }}
QPushButton[part="act"] {{ padding: 0; min-height: 0; }}
QPushButton[part="act"]:focus {{ padding: 0; }}
QPushButton[part="alarm"] {{
    min-height: {px(32)}px; padding: 0 {px(12)}px; font-size: {s.caption}px;
}}
QPushButton[part="alarm"]:focus {{ padding: 0 {px(12) - 1}px; }}
QPushButton[part="plain"] {{
    background: transparent; border: 1px solid transparent; padding: 0 {px(12)}px;
}}
QPushButton[part="strip_link"] {{
    background: transparent; border: none; color: {c.quiet}; font-size: {s.caption}px;
    min-height: {px(20)}px; padding: 0;
}}
QPushButton[part="plain"]:hover {{ background: {c.primary_soft}; }}
QPushButton[part="plain"]:focus {{ border: 2px solid {c.focus}; padding: 0 {px(12) - 1}px; }}
QPushButton[part="choice"] {{ text-align: left; padding: 0 {px(16)}px; }}
QPushButton[part="choice"]:checked {{
    background: {c.primary_soft}; border: 2px solid {c.primary}; color: {c.primary};
    font-weight: bold;
}}
QPushButton[part="choice"]:checked:focus {{ border: 2px solid {c.focus}; }}
QPushButton[part="place"] {{ text-align: left; padding: 0 {px(12)}px; }}
QPushButton[part="place"]:focus {{ padding: 0 {px(12) - 1}px; }}
QPushButton[part="place"]:checked {{
    background: {c.primary_soft}; border: 2px solid {c.primary}; color: {c.primary};
    font-weight: bold; padding: 0 {px(12) - 1}px;
}}
QPushButton[part="place"]:checked:focus {{ border: 2px solid {c.focus}; }}
QPushButton[part="place"]:disabled {{ color: {c.quiet}; }}
QPushButton[part="suggestion"] {{
    min-height: {px(30)}px; padding: 0 {px(12)}px;
    background: {c.surface_sunken}; border-color: {c.border};
}}
QPushButton[part="suggestion"]:focus {{ padding: 0 {px(12) - 1}px; }}
QPushButton[part="suggestion"]:hover {{ background: {c.primary_soft}; }}

QLineEdit, QSpinBox {{
    background: {c.surface}; border: 1px solid {c.border_strong}; border-radius: {s.radius}px;
    padding: 0 {px(12)}px; min-height: {s.target - 2}px; font-size: {s.label}px;
    selection-background-color: {c.primary}; selection-color: {c.on_primary};
    placeholder-text-color: {c.quiet};
}}
QLineEdit:focus, QSpinBox:focus {{ border: 2px solid {c.focus}; padding: 0 {px(12) - 1}px; }}
QLineEdit:disabled, QSpinBox:disabled {{ background: {c.surface_sunken}; color: {c.quiet}; }}
QLineEdit[wrong="true"] {{ border: 2px solid {c.bad}; padding: 0 {px(12) - 1}px; }}
QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: none; }}

QListView {{ background: transparent; border: none; outline: none; }}
QListView[part="boxed"] {{
    background: {c.surface}; border: 1px solid {c.border}; border-radius: {s.radius}px;
}}
QListView[part="boxed"]:focus {{ border: 2px solid {c.focus}; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{
    background: {c.disabled}; border-radius: 4px; min-height: 32px; margin: 1px;
}}
QScrollBar::handle:vertical:hover {{ background: {c.border_strong}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: transparent; height: 0;
}}

QFrame[part="message"] {{
    background: transparent; border: 1px solid transparent; border-radius: {s.radius}px;
}}
QFrame[part="message"][tone="good"] {{ background: {c.good_soft}; }}
QFrame[part="message"][tone="info"] {{ background: {c.primary_soft}; }}
QFrame[part="message"][tone="caution"] {{ background: {c.caution_soft}; }}
QFrame[part="message"] QLabel {{ font-size: {s.label}px; }}
QFrame[part="message"][tone="good"] QLabel {{ color: {c.good}; }}
QFrame[part="message"][tone="info"] QLabel {{ color: {c.primary}; }}
QFrame[part="message"][tone="caution"] QLabel {{ color: {c.caution}; }}

QFrame[part="strip"] {{
    background: {c.surface}; border: 2px solid {c.primary};
}}
QFrame[part="strip"][fresh="true"] {{ border-color: {c.focus}; }}
"""
