import QtQuick
import Jiaohao

// The one sentence of a page.
Words {
    bold: true
    font.pixelSize: Theme.title
    lineHeight: 0.95
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
