; Inno Setup 6.3 or newer. build.ps1 compiles it:
;   iscc /DAppVersion=0.1.0 /DBundle=..\..\build\package\windows\jiaohao packaging\windows\jiaohao.iss
; Not tried: no Windows was at hand. README.md says what to look at first.

#ifndef AppVersion
  #error "Give the version: /DAppVersion=, as in pyproject.toml"
#endif
#ifndef Bundle
  #error "Give the folder of the bundle: /DBundle="
#endif

[Setup]
AppId={{5D1B1C1E-6E0B-4D6F-9F0B-8F6C8B5C2A61}
AppName=Jiaohao
AppVersion={#AppVersion}
AppPublisher=Jiaohao contributors
DefaultDirName={autopf}\Jiaohao
DefaultGroupName=Jiaohao
LicenseFile=..\..\LICENSE
OutputBaseFilename=jiaohao-{#AppVersion}-setup
Compression=lzma2/max
SolidCompression=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; For the whole PC: services, scheduled tasks and the firewall need it.
PrivilegesRequired=admin
MinVersion=10.0.17763
; Files of a program that runs cannot be replaced: end it, and let its task start it again.
CloseApplications=force
RestartApplications=no
ChangesEnvironment=yes
ShowLanguageDialog=auto

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
; Not part of Inno Setup: build.ps1 takes it from the folder that -ChineseMessages names.
#ifdef ChineseMessages
Name: "zh"; MessagesFile: "{#ChineseMessages}"
#endif

[CustomMessages]
en.RoleTitle=What is this PC?
en.RoleText=Choose its part in the hall. It can be changed later: jiaohao setup
en.AllInOne=All in one: a small hall on this one PC
en.Kiosk=Kiosk: citizens take a number
en.Counter=Counter: a clerk calls numbers
en.Display=Display: a board on a TV
en.SetUp=Set this PC up now (database, printer, language)
en.AccountHint=Let this PC sign in by itself with an account without rights (netplwiz, or Sysinternals Autologon); the front end then starts at sign-in.
en.KeepData=Remove the hall's data, its backups and settings as well? They cannot be brought back.
#ifdef ChineseMessages
zh.RoleTitle=本机的用途
zh.RoleText=请选择本机在大厅中的用途，以后可用 jiaohao setup 修改
zh.AllInOne=一体机：整个小型大厅只用这一台
zh.Kiosk=取号机：群众取号
zh.Counter=窗口：工作人员叫号
zh.Display=显示屏：电视叫号屏
zh.SetUp=现在设置本机（数据库、打印机、语言）
zh.AccountHint=请让本机用无权限的账户自动登录（netplwiz 或 Sysinternals Autologon），登录后前端自动启动。
zh.KeepData=是否同时删除大厅数据、备份和设置？删除后无法恢复。
#endif

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion
Source: "start.xml"; DestDir: "{app}\windows"
Source: "register-task.ps1"; DestDir: "{app}\windows"
Source: "..\..\CHANGELOG.md"; DestDir: "{app}"

[Dirs]
; Settings may be read by all and written by administrators; the data also by those who serve.
Name: "{commonappdata}\Jiaohao"; Permissions: users-readexec admins-full
Name: "{commonappdata}\Jiaohao\data"; Permissions: users-modify

[Registry]
Root: HKLM; Subkey: "SYSTEM\CurrentControlSet\Control\Session Manager\Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Check: NotOnPath

[Icons]
Name: "{group}\Jiaohao Counter"; Filename: "{app}\jiaohao.exe"; Parameters: "counter --watched"
Name: "{group}\Jiaohao Setup"; Filename: "{app}\jiaohao.exe"; Parameters: "setup --window"
Name: "{commonstartup}\Jiaohao Counter"; Filename: "{app}\jiaohao.exe"; Parameters: "counter --watched"; Check: RoleIs('counter')

[Run]
; The database of an all-in-one PC is a file: nothing listens, so nothing is opened. Only PostgreSQL
; on a server takes connections, from the hall's own subnet.
Filename: "{sys}\netsh.exe"; Parameters: "advfirewall firewall add rule name=""Jiaohao PostgreSQL"" dir=in action=allow protocol=TCP localport=5432 remoteip=localsubnet profile=private,domain"; Flags: runhidden; Check: PostgresIsHere
Filename: "{sys}\WindowsPowerShell\v1.0\powershell.exe"; Parameters: "-NoProfile -ExecutionPolicy Bypass -File ""{app}\windows\register-task.ps1"" -Program ""{app}\jiaohao.exe"" -FrontEnd kiosk"; Flags: runhidden; Check: RoleIs('kiosk') or RoleIs('all-in-one')
Filename: "{sys}\WindowsPowerShell\v1.0\powershell.exe"; Parameters: "-NoProfile -ExecutionPolicy Bypass -File ""{app}\windows\register-task.ps1"" -Program ""{app}\jiaohao.exe"" -FrontEnd display"; Flags: runhidden; Check: RoleIs('display') or RoleIs('all-in-one')
Filename: "{app}\jiaohao.exe"; Parameters: "setup --window --role {code:Role}"; Description: "{cm:SetUp}"; Flags: postinstall skipifsilent

[UninstallRun]
Filename: "{sys}\schtasks.exe"; Parameters: "/Delete /F /TN ""Jiaohao kiosk"""; Flags: runhidden; RunOnceId: "kiosk"
Filename: "{sys}\schtasks.exe"; Parameters: "/Delete /F /TN ""Jiaohao display"""; Flags: runhidden; RunOnceId: "display"
Filename: "{sys}\netsh.exe"; Parameters: "advfirewall firewall delete rule name=""Jiaohao PostgreSQL"""; Flags: runhidden; RunOnceId: "firewall"

[Code]
var
  RolePage: TInputOptionWizardPage;

procedure InitializeWizard;
begin
  RolePage := CreateInputOptionPage(wpSelectDir, CustomMessage('RoleTitle'), '',
    CustomMessage('RoleText'), True, False);
  RolePage.Add(CustomMessage('AllInOne'));
  RolePage.Add(CustomMessage('Kiosk'));
  RolePage.Add(CustomMessage('Counter'));
  RolePage.Add(CustomMessage('Display'));
  RolePage.SelectedValueIndex := 0;
end;

{ For many PCs without a person: jiaohao-setup.exe /VERYSILENT /ROLE=kiosk }
function Role(Unused: String): String;
begin
  Result := ExpandConstant('{param:role|}');
  if Result = '' then
    case RolePage.SelectedValueIndex of
      0: Result := 'all-in-one';
      1: Result := 'kiosk';
      2: Result := 'counter';
    else
      Result := 'display';
    end;
end;

function RoleIs(Wanted: String): Boolean;
begin
  Result := Role('') = Wanted;
end;

function PostgresIsHere: Boolean;
begin
  Result := RegKeyExists(HKLM64, 'SOFTWARE\PostgreSQL\Installations');
end;

function NotOnPath: Boolean;
var
  Present: String;
begin
  Result := not RegQueryStringValue(HKLM,
    'SYSTEM\CurrentControlSet\Control\Session Manager\Environment', 'Path', Present)
    or (Pos(';' + Uppercase(ExpandConstant('{app}')) + ';', ';' + Uppercase(Present) + ';') = 0);
end;

procedure CurStepChanged(Step: TSetupStep);
begin
  if (Step = ssPostInstall) and not WizardSilent
    and (RoleIs('kiosk') or RoleIs('display') or RoleIs('all-in-one')) then
    MsgBox(CustomMessage('AccountHint'), mbInformation, MB_OK);
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  if (Step = usPostUninstall) and not UninstallSilent
    and (MsgBox(CustomMessage('KeepData'), mbConfirmation, MB_YESNO or MB_DEFBUTTON2) = IDYES) then
    DelTree(ExpandConstant('{commonappdata}\Jiaohao'), True, True, True);
end;
