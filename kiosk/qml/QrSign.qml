import QtQuick

// A number's code as on its slip, for a telephone or a scanner.
Item {
    id: sign

    required property string code
    required property real size
    property string told: qsTr("QR code of your number")

    objectName: "qr_code"
    width: size
    height: size
    Accessible.role: Accessible.Graphic
    Accessible.name: told

    Image {
        anchors.centerIn: parent
        source: sign.code !== "" ? "image://qr/" + encodeURIComponent(sign.code) : ""
        sourceSize.width: Math.floor(sign.size)
        sourceSize.height: Math.floor(sign.size)
        fillMode: Image.Pad
        smooth: false
        width: implicitWidth
        height: implicitHeight
    }
}
