import QtQuick

// Where the nearest slips are.
Notice {
    id: notice

    required property string name

    objectName: "next_kiosk"
    visible: name !== ""
    height: visible ? implicitHeight : 0
    kind: "primary"
    iconName: "walk"
    strong: true
    text: qsTr("Slips are printed at: %1").arg(name)
}
