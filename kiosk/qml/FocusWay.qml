import QtQuick

// The way of a keyboard or a keypad through what can be touched: by place, and never behind a sheet.
QtObject {
    id: way

    required property Item stage
    // The focus is being led somewhere: nobody pressed a key.
    property bool leading: false

    // The sheet in front of everything, if one is open.
    function fence(under: Item): Item {
        let found = null;
        for (const child of under.children) {
            if (!child.visible)
                continue;
            if (child["modal"] === true)
                found = child;
            found = fence(child) ?? found;
        }
        return found;
    }

    function touchables(under: Item): var {
        let found = [];
        for (const child of under.children) {
            if (!child.visible || !child.enabled)
                continue;
            if (child.activeFocusOnTab)
                found.push(child);
            found = found.concat(touchables(child));
        }
        return found;
    }

    function box(item: Item): rect {
        return item.mapToItem(stage, 0, 0, item.width, item.height);
    }

    // The first in the order of reading.
    function first(under: Item): Item {
        let best = null, at = null;
        for (const item of touchables(under)) {
            const here = box(item);
            if (best === null || here.bottom <= at.top || (here.top < at.bottom && here.left < at.left)) {
                best = item;
                at = here;
            }
        }
        return best;
    }

    function enter(under: Item) {
        const item = first(fence(stage) ?? under);
        if (!item)
            return;
        leading = true;
        item.forceActiveFocus(Qt.TabFocusReason);
        leading = false;
    }

    // To the nearest in this direction: right and left along a line, up and down to what stands above or below.
    function go(from: Item, right: int, down: int) {
        const here = box(from);
        let best = null, least = Infinity;
        for (const item of touchables(fence(stage) ?? stage)) {
            const there = box(item);
            const ahead = right !== 0 ? right * (there.x + there.width / 2 - here.x - here.width / 2)
                : down * (there.y + there.height / 2 - here.y - here.height / 2);
            const gap = right !== 0 ? Math.max(there.top - here.bottom, here.top - there.bottom, 0)
                : Math.max(there.left - here.right, here.left - there.right, 0);
            if (item === from || ahead < 1 || (right !== 0 && gap > 0))
                continue;
            const drift = right !== 0 ? 0 : Math.abs(there.left - here.left) * 0.01;
            if (ahead + 3 * gap + drift < least) {
                least = ahead + 3 * gap + drift;
                best = item;
            }
        }
        if (best)
            best.forceActiveFocus(Qt.TabFocusReason);
    }

    // What stands behind a sheet gives the focus back; what is in a list comes into sight.
    function follow(item: var) {
        const sheet = fence(stage);
        if (sheet && !isIn(item, sheet)) {
            enter(sheet);
            return;
        }
        for (let area = item.parent; area; area = area.parent) {
            if (area["contentY"] === undefined || area["contentHeight"] === undefined)
                continue;
            const top = item.mapToItem(area, 0, 0).y;
            const most = Math.max(0, area.contentHeight - area.height);
            if (top < 0)
                area.contentY = Math.max(0, area.contentY + top);
            else if (top + item.height > area.height)
                area.contentY = Math.min(most, area.contentY + top + item.height - area.height);
        }
    }

    // Whether the ring of the keys is on it.
    function isOn(item: var): bool {
        return item?.visualFocus === true;
    }

    function isIn(item: Item, under: Item): bool {
        for (let one = item; one; one = one.parent)
            if (one === under)
                return true;
        return false;
    }

    // Every text that is seen and worth hearing, in the order of reading.
    function words(under: Item): string {
        const lines = [];
        gather(under, lines);
        const unit = Math.max(1, stage.height / 200);
        lines.sort((a, b) => Math.abs(a.top - b.top) > unit ? a.top - b.top : a.left - b.left);
        return lines.map(line => line.text).join("\n");
    }

    function gather(under: Item, lines: var) {
        for (const child of under.children) {
            if (!child.visible || child.opacity === 0 || child["unspoken"] === true)
                continue;
            if (child["truncated"] !== undefined && child["text"] !== "") {
                const here = box(child);
                if (here.bottom > 0 && here.top < stage.height)
                    lines.push({ "text": child["text"], "top": here.top, "left": here.left });
            }
            gather(child, lines);
        }
    }
}
