"""What desks changed, in plain words for the trail of one attendee."""

from kiosk.domain.attendee import CodeKind, Detail, Details, TicketStatus
from kiosk.domain.event import Event
from kiosk.domain.journal import (
    BADGE_ITEM,
    Amending,
    AttendeeCorrected,
    CodesReplaced,
    HandedOut,
    Merged,
    TicketChanged,
    WalkedIn,
)
from kiosk.domain.words import Words

DETAILS = {
    Detail.NAME: Words("姓名", "name"),
    Detail.LATIN_NAME: Words("英文名", "Latin name"),
    Detail.COMPANY: Words("单位", "company"),
    Detail.TITLE: Words("职务", "title"),
    Detail.PHONE: Words("手机", "phone"),
    Detail.EMAIL: Words("邮箱", "e-mail"),
    Detail.NOTE: Words("备注", "note"),
    Detail.GROUP: Words("团组", "group"),
}
"""What a desk calls each detail."""
STATUSES = {
    TicketStatus.VALID: Words("有效", "valid"),
    TicketStatus.UNPAID: Words("未付款", "unpaid"),
    TicketStatus.CANCELLED: Words("已取消", "cancelled"),
    TicketStatus.REVOKED: Words("已撤销", "revoked"),
    TicketStatus.BLOCKED: Words("已停用", "blocked"),
}
"""What a desk calls each status."""
_CODES = {
    CodeKind.TICKET: Words("票码", "ticket code"),
    CodeKind.BADGE: Words("胸卡码", "badge code"),
}


def amending_words(what: Amending | HandedOut, event: Event) -> Words:
    """One fact in words."""
    match what:
        case AttendeeCorrected():
            said = _said(what.details)
            return Words(f"更正 {said.zh}", f"corrected {said.en}")
        case TicketChanged():
            return _changed(what, event)
        case WalkedIn():
            said = _said(what.details)
            return Words(f"现场登记，{said.zh}", f"registered on site, {said.en}")
        case CodesReplaced():
            kinds = [_CODES[kind] for kind in sorted(what.kinds)]
            zh, en = "、".join(k.zh for k in kinds), " and ".join(k.en for k in kinds)
            return Words(f"作废旧{zh}", f"the old {en} counts no more")
        case Merged():
            return Words("并入同一人的另一张票", "merged into the same person's other ticket")
        case HandedOut(remark=who) if what.item == BADGE_ITEM:
            return Words(f"胸卡由他人代领：{who}", f"the badge was collected by {who}")
        case HandedOut():
            item = event.handout(what.item)
            thing = item.name if item else Words(what.item, what.item)
            remark = f" ({what.remark})" if what.remark else ""
            return Words(f"领取{thing.zh}{remark}", f"got {thing.en}{remark}")


def _said(details: Details) -> Words:
    zh = "、".join(f"{DETAILS[d].zh}：{text or '（空）'}" for d, text in details)
    en = ", ".join(f"{DETAILS[d].en}: {text or '(none)'}" for d, text in details)
    return Words(zh, en)


def _changed(what: TicketChanged, event: Event) -> Words:
    zh, en = [], []
    if what.category is not None:
        category = event.category(what.category)
        name = category.name if category else Words(what.category, what.category)
        zh.append(f"类别改为{name.zh}")
        en.append(f"category is now {name.en}")
    if what.status is not None:
        zh.append(f"状态改为{STATUSES[what.status].zh}")
        en.append(f"status is now {STATUSES[what.status].en}")
    why = f" ({what.why})" if what.why else ""
    return Words("，".join(zh) + why, ", ".join(en) + why)
