"""Why a filled form could not be kept or read. Nothing was changed; no message holds an answer."""

from __future__ import annotations

from common.domain.errors import JiaohaoError


class NoFormKey(JiaohaoError):
    code = "no_form_key"
    en = (
        "Forms cannot be kept yet: the hall has no key for them. "
        "An administrator makes it with `jiaohao forms key` on a counter's PC."
    )
    zh = "暂不能保存表单：大厅还没有表单密钥。请管理员在窗口电脑上运行 `jiaohao forms key` 生成。"


class FormKeyAltered(JiaohaoError):
    code = "form_key_altered"
    en = (
        "The hall's public key {key} was altered in the database, so nothing is sealed with it. Tell "
        "the administrator: look for who did it, then `jiaohao forms key --renew`."
    )
    zh = (
        "数据库中的大厅公钥 {key} 被改动，已停止用它加密。请告知管理员查明原因，"
        "再用 `jiaohao forms key --renew` 更换。"
    )


class FormKeyMissing(JiaohaoError):
    code = "form_key_missing"
    en = (
        "This PC has no key to open forms: {file} is not there. Copy it from the PC where the key "
        "was made, or name its place with JIAOHAO_FORM_KEY."
    )
    zh = "本机没有打开表单的密钥：找不到 {file}。请从生成密钥的电脑复制，或用 JIAOHAO_FORM_KEY 指明位置。"


class FormKeyUnreadable(JiaohaoError):
    code = "form_key_unreadable"
    en = "{file} is no form key, is damaged, or may not be read by this user. Copy it anew from the PC where it was made."
    zh = "{file} 不是表单密钥、已损坏，或当前用户无权读取。请从生成密钥的电脑重新复制。"


class FormKeyUnwritable(JiaohaoError):
    code = "form_key_unwritable"
    en = "The key cannot be written to {file}; none was made. Choose another place with --key."
    zh = "无法把密钥写入 {file}，没有生成密钥。请用 --key 指定其他位置。"


class FormKeyExposed(JiaohaoError):
    code = "form_key_exposed"
    en = "Other users of this PC can read {file}. Close it to them first: chmod 600 {file}"
    zh = "本机其他用户可以读取 {file}。请先限制权限：chmod 600 {file}"


class FormKeyOfOtherHall(JiaohaoError):
    code = "form_key_of_other_hall"
    en = "{file} is the key of hall {theirs}, not of {ours}. Name this hall's key with --key or JIAOHAO_FORM_KEY."
    zh = "{file} 是大厅 {theirs} 的密钥，不是 {ours} 的。请用 --key 或 JIAOHAO_FORM_KEY 指明本大厅的密钥。"


class WrongFormKey(JiaohaoError):
    code = "wrong_form_key"
    en = (
        "This form was sealed with key {key}, which this PC does not have: its key file is older or "
        "newer. Copy the file from the PC where the key was made last."
    )
    zh = "此表单由密钥 {key} 加密，本机没有：本机的密钥文件不是最新的。请从最近生成密钥的电脑复制。"


class FormKeyElsewhere(JiaohaoError):
    code = "form_key_elsewhere"
    en = (
        "The hall's key {key} is not in {file}. Copy the file from the PC where it was made. Only "
        "when it is lost: `jiaohao forms key --lost`; forms that still wait then stay closed for good."
    )
    zh = (
        "{file} 中没有大厅的密钥 {key}。请从生成密钥的电脑复制。"
        "确已丢失才用 `jiaohao forms key --lost`，届时尚未调取的表单将永远无法打开。"
    )


class FormDamaged(JiaohaoError):
    code = "form_damaged"
    en = "Form {form} was altered in the database and cannot be opened. Ask the person to fill it in again, and tell the administrator."
    zh = "表单 {form} 在数据库中被改动，无法打开。请当事人重新填写，并告知管理员。"


class NoFormCode(JiaohaoError):
    """What was typed cannot be a code. Facts: given, signs."""

    code = "no_form_code"
    en = (
        "{given} is no form code: that is six of the signs {signs}. Compare it with the slip, "
        "or scan it."
    )
    zh = "“{given}”不是表单码：表单码为六位，只含 {signs}。请对照纸条核对，或扫码。"


class NoFormOfSlip(JiaohaoError):
    code = "no_form_of_slip"
    en = (
        "No form was filled in for this slip, or it was erased. Ask for the slip with the form's "
        "code, or have the form filled in."
    )
    zh = "此号票没有填好的表单，或已删除。请出示印有表单码的纸条，或重新填写。"


class NotSignedInHere(JiaohaoError):
    code = "not_signed_in_here"
    en = (
        "{login} is not signed in at counter {counter} any more. Sign in there, then open the form."
    )
    zh = "{login} 已不在 {counter} 窗口登录，请登录后再打开表单。"


class FormOfOtherCounter(JiaohaoError):
    """Facts: number, counter."""

    code = "form_of_other_counter"
    en = (
        "{number} is at counter {counter} now, and the form is for the clerk there. When the person "
        "is here, have the number transferred; a supervisor may open it anywhere."
    )
    zh = "{number} 号正在 {counter} 窗口，表单由该窗口查看。人在这里的，请先转号；值班主任可在任何窗口查看。"


class NoSuchForm(JiaohaoError):
    code = "no_such_filled_form"
    en = "There is no filled form {given}. Compare the six characters with the slip."
    zh = "没有填好的表单 {given}，请与纸条上的六位码核对。"


class FormErased(JiaohaoError):
    code = "form_erased"
    en = "Form {given} was erased, as was told when it was filled in. It has to be filled in again."
    zh = "表单 {given} 已按告知的期限删除，请重新填写。"
