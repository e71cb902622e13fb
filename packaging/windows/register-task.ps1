# Lets a front end start when the kiosk's account signs in. Run by the installer, as administrator.
param(
    [Parameter(Mandatory)][string] $Program,
    [Parameter(Mandatory)][ValidateSet('kiosk', 'display')][string] $FrontEnd
)
$ErrorActionPreference = 'Stop'

$task = Get-Content -Raw (Join-Path $PSScriptRoot 'start.xml')
$task = $task.Replace('PROGRAM', [Security.SecurityElement]::Escape($Program))
$task = $task.Replace('FRONTEND', $FrontEnd)
Register-ScheduledTask -TaskName "Jiaohao $FrontEnd" -Xml $task -Force | Out-Null

# The screen of a kiosk or a board never goes dark.
powercfg /change monitor-timeout-ac 0
powercfg /change standby-timeout-ac 0
