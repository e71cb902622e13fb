import Jiaohao

// A button of the bottom bar: as high as all others, narrower, so that five fit an upright screen.
BigButton {
    kind: "secondary"
    font.pixelSize: Theme.label
    width: Math.max(Theme.target, implicitWidth - Theme.space(3))
}
