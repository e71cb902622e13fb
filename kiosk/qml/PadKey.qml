import QtQuick
import QtQuick.Templates as T
import Jiaohao

// One key of a pad for letters. A touch leaves the focus where a keyboard types.
T.AbstractButton {
    id: key

    property string iconName: ""

    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: key.clicked()
    Keys.onReturnPressed: key.click()
    Keys.onEnterPressed: key.click()

    background: Rectangle {
        radius: Theme.radius * 0.7
        color: key.down ? Theme.primarySoft : key.iconName !== "" ? Theme.surfaceSunken : Theme.surface
        border.width: Theme.stroke
        border.color: key.down ? Theme.primary : Theme.borderStrong

        FocusRing { shown: key.visualFocus }
    }

    contentItem: Item {
        Row {
            anchors.centerIn: parent
            spacing: Theme.space(0.75)

            Icon {
                visible: key.iconName !== ""
                name: key.iconName
                color: Theme.primary
                size: Theme.labelSize * Theme.unit
                anchors.verticalCenter: parent.verticalCenter
            }
            Words {
                readonly property real most: key.width - Theme.space(2)
                    - (key.iconName !== "" ? Theme.labelSize * Theme.unit + Theme.space(0.75) : 0)
                width: Math.max(1, Math.min(implicitWidth, most))
                text: key.text
                bold: true
                color: key.iconName !== "" ? Theme.primary : Theme.text
                font.pixelSize: (key.iconName !== "" ? Theme.captionSize : Theme.headingSize) * Theme.unit
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.captionSize * Theme.unit * 0.6
                wrapMode: Text.NoWrap
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
