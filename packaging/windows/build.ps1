# What CI runs on Windows: the bundle by the same PyInstaller spec, then the installer.
#   powershell -File packaging\windows\build.ps1 [-ChineseMessages C:\...\ChineseSimplified.isl]
# Needs Python 3.11 or newer for Windows, Inno Setup 6.3 or newer (iscc), Git. Not tried yet.
param([string] $ChineseMessages = '')
$ErrorActionPreference = 'Stop'
$root = Resolve-Path (Join-Path $PSScriptRoot '..\..')
Set-Location $root

function Invoke-Checked([string] $program, [string[]] $arguments) {
    & $program @arguments
    if ($LASTEXITCODE -ne 0) { throw "$program ended with $LASTEXITCODE" }
}

$work = Join-Path $root 'build\package\windows'
$venv = Join-Path $work 'venv'
if (-not (Test-Path $venv)) { Invoke-Checked 'python' @('-m', 'venv', $venv) }
$python = Join-Path $venv 'Scripts\python.exe'
Invoke-Checked $python @(
    '-m', 'pip', 'install', '--require-hashes', '--no-deps', '--only-binary', ':all:',
    '-r', 'packaging\requirements.txt', '-r', 'packaging\requirements-build.txt'
)

# The translations as Qt reads them.
$lrelease = Join-Path $venv 'Lib\site-packages\PySide6\lrelease.exe'
foreach ($language in 'zh_CN', 'en') {
    $sources = Get-ChildItem "resources\translations\*_$language.ts" | ForEach-Object FullName
    Invoke-Checked $lrelease (@('-silent') + $sources + @('-qm', "resources\translations\jiaohao_$language.qm"))
}

$env:PYTHONHASHSEED = '0'
$env:SOURCE_DATE_EPOCH = git log -1 --format=%ct
Invoke-Checked $python @(
    '-m', 'PyInstaller', '--noconfirm', '--clean', '--log-level', 'WARN',
    '--distpath', $work, '--workpath', (Join-Path $work 'steps'), 'packaging\bundle\jiaohao.spec'
)

# Before it is packed: the bundle runs, and every front end can be loaded.
$program = Join-Path $work 'jiaohao\jiaohao.exe'
$hall = Join-Path $env:TEMP 'jiaohao-trial.db'
Remove-Item $hall -ErrorAction SilentlyContinue
Invoke-Checked $program @('--version')
Invoke-Checked $program @('init', '--demo', '--db', $hall)
Invoke-Checked $program @('take', 'FA002', '--db', $hall)
Invoke-Checked $program @('call', 'F01', '--db', $hall)
Invoke-Checked $program @('doctor', '--db', $hall)
foreach ($frontEnd in 'kiosk', 'counter', 'display') { Invoke-Checked $program @($frontEnd, '--help') }

$version = Invoke-Checked $python @('-c', "import tomllib; print(tomllib.load(open('pyproject.toml', 'rb'))['project']['version'])")
$given = @("/DAppVersion=$version", "/DBundle=$work\jiaohao", "/O$root\build")
if ($ChineseMessages) { $given += "/DChineseMessages=$ChineseMessages" }
Invoke-Checked 'iscc' ($given + @('packaging\windows\jiaohao.iss'))
