"""Why a simulation was refused. Nothing was changed, and each error says what to do."""

from __future__ import annotations

from common.domain.errors import JiaohaoError


class LoadModelUnreadable(JiaohaoError):
    code = "load_model_unreadable"
    en = "{file} cannot be read as a load model: {detail}. Name a YAML text file in UTF-8."
    zh = "无法读取负荷模型 {file}：{detail}。请使用 UTF-8 编码的 YAML 文本文件。"


class UnknownLevel(JiaohaoError):
    code = "unknown_level"
    en = "There is no level {given}. Known levels: {known}."
    zh = "没有负荷级别 {given}。可用：{known}。"


class UnknownChoice(JiaohaoError):
    code = "unknown_choice"
    en = "{option} cannot be {given}. Choose one of: {known}."
    zh = "{option} 不能是 {given}。可选：{known}。"


class OutOfRange(JiaohaoError):
    code = "out_of_range"
    en = "{option} must be from {least} to {most}, not {given}."
    zh = "{option} 应在 {least} 到 {most} 之间，不能是 {given}。"


class UnknownPlace(JiaohaoError):
    code = "unknown_place"
    en = "There is no queue or zone {given} in this hall. Zones: {zones}; queues: {queues}."
    zh = "本大厅没有队列或功能区 {given}。功能区：{zones}；队列：{queues}。"


class PoolTooSmall(JiaohaoError):
    code = "pool_too_small"
    en = "Name at least two different zones to pool, such as A,C,F."
    zh = "请至少指定两个不同的功能区合并，例如 A,C,F。"


class OneQuestion(JiaohaoError):
    code = "one_question"
    en = "Ask one question at a time: --open-counter or --pool."
    zh = "一次只能比较一种方案：--open-counter 或 --pool。"


class CannotWrite(JiaohaoError):
    code = "cannot_write"
    en = "{file} cannot be written: {detail}. Name a file in a folder that you may write to."
    zh = "无法写入 {file}：{detail}。请指定可写文件夹中的文件。"


class SimulationStopped(JiaohaoError):
    code = "simulation_stopped"
    en = "The simulation was stopped. No file was written.{kept}"
    zh = "模拟已停止，未写入任何文件。{kept}"
