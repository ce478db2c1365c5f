; The installer for Windows. setup_exe.py hands it: VERSION, NUMBERS, BUNDLE,
; ICON, SIDE, KIB, COMPRESSOR, OUT.
; Silent: setup.exe /S [/AUTOSTART=1] [/CONFIG=file] [/D=folder], with /D last and without quotes.
; Exit codes besides 0: 1 given up, 2 not written, 3 a newer one is here, 4 the kiosk runs,
; 5 the file of /CONFIG cannot be read, 6 the .msi has installed it.

Unicode true
SetCompressor /SOLID ${COMPRESSOR}
!if ${COMPRESSOR} == lzma
  SetCompressorDictSize 32
!endif
SetDateSave off
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel admin

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include nsDialogs.nsh
!include WordFunc.nsh
!include x64.nsh

!define NAME "Mentor Kiosk"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\MentorKiosk"
!define MSI "Software\MentorKiosk"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define PROGRAM "mentor-kioskw.exe"

Name "${NAME}"
BrandingText "${NAME} ${VERSION}"
OutFile "${OUT}"
InstallDir "$PROGRAMFILES64\${NAME}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

VIProductVersion "${NUMBERS}"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey CompanyName "${NAME}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "${NAME} setup"
VIAddVersionKey LegalCopyright "GPL-3.0-or-later"

Var Autostart
Var Config
Var Box

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_WELCOMEPAGE_TITLE "$(WelcomeTitle)"
!define MUI_WELCOMEPAGE_TEXT "$(WelcomeText)"
!define MUI_FINISHPAGE_TITLE "$(FinishTitle)"
!define MUI_FINISHPAGE_TEXT "$(FinishText)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_PARAMETERS "run"
!define MUI_FINISHPAGE_RUN_TEXT "$(FinishRun)"
!define MUI_FINISHPAGE_RUN_NOTCHECKED
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(RemoveText)"
!define MUI_ABORTWARNING
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
Page custom AskAutostart HearAutostart
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE English
!insertmacro MUI_LANGUAGE Spanish
!include words.nsh

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(Needs64)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  SetRegView 64
  SetShellVarContext all
  Call RefuseBesideMsi
  Call RefuseDowngrade
  Call ReadOptions
FunctionEnd

; Two installations of the same files: the first that is removed would take them from the other.
Function RefuseBesideMsi
  ReadRegStr $0 HKLM "${MSI}" "Installed"
  ${If} $0 != ""
    MessageBox MB_OK|MB_ICONSTOP "$(BesideMsi)" /SD IDOK
    SetErrorLevel 6
    Quit
  ${EndIf}
FunctionEnd

; An older setup must not put its program over a database that it cannot read.
Function RefuseDowngrade
  ReadRegStr $0 HKLM "${KEY}" "DisplayVersion"
  ${If} $0 == ""
    Return
  ${EndIf}
  ${VersionCompare} "$0" "${VERSION}" $1
  ${If} $1 = 1
    MessageBox MB_OK|MB_ICONSTOP "$(Newer)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  ReadRegStr $1 HKLM "${KEY}" "InstallLocation"
  ${If} $1 != ""
    StrCpy $INSTDIR $1
  ${EndIf}
FunctionEnd

Function ReadOptions
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/AUTOSTART=" $Autostart
  ${If} ${Errors}
    ; Not said: as it is here.
    StrCpy $Autostart 0
    ClearErrors
    ReadRegStr $1 HKLM "${RUN}" "MentorKiosk"
    ${IfNot} ${Errors}
      StrCpy $Autostart 1
    ${EndIf}
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/CONFIG=" $Config
  ${If} ${Errors}
    StrCpy $Config ""
  ${ElseIfNot} ${FileExists} "$Config"
    MessageBox MB_OK|MB_ICONSTOP "$(NoConfig)" /SD IDOK
    SetErrorLevel 5
    Quit
  ${EndIf}
FunctionEnd

Function AskAutostart
  !insertmacro MUI_HEADER_TEXT "$(StartTitle)" "$(StartText)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateCheckbox} 0 0 100% 12u "$(StartBox)"
  Pop $Box
  ${NSD_SetState} $Box $Autostart
  ${NSD_CreateLabel} 0 20u 100% 40u "$(StartMore)"
  Pop $0
  nsDialogs::Show
FunctionEnd

Function HearAutostart
  ${NSD_GetState} $Box $Autostart
FunctionEnd

; A program that runs cannot be replaced, and one that is half replaced cannot run.
!macro RefuseWhileOpen un
Function ${un}RefuseWhileOpen
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONSTOP "$(Open)" /SD IDOK
      SetErrorLevel 4
      Quit
    ${EndIf}
    FileClose $0
    ClearErrors
    FileOpen $0 "$INSTDIR\mentor-kiosk.exe" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONSTOP "$(Open)" /SD IDOK
      SetErrorLevel 4
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
FunctionEnd
!macroend
!insertmacro RefuseWhileOpen ""
!insertmacro RefuseWhileOpen "un."

!macro RemoveProgram
  RMDir /r "$INSTDIR\program"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\${PROGRAM}"
  Delete "$INSTDIR\mentor-kiosk.exe"
  Delete "$INSTDIR\sbom.cdx.json"
!macroend

Section
  SetRegView 64
  SetShellVarContext all
  Call RefuseWhileOpen
  !insertmacro RemoveProgram
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${BUNDLE}/*"
  ${If} ${Errors}
    SetErrorLevel 2
    Abort
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"

  ; Every account of this PC may keep attempts here: S-1-5-32-545 is 'Users' in any language.
  CreateDirectory "$APPDATA\MentorKiosk"
  nsExec::Exec '"$SYSDIR\icacls.exe" "$APPDATA\MentorKiosk" /grant "*S-1-5-32-545:(OI)(CI)M"'
  Pop $0
  ${If} $Config != ""
    CopyFiles /SILENT "$Config" "$APPDATA\MentorKiosk\kiosk.toml"
  ${EndIf}

  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}" "run"
  ${If} $Autostart = 1
    WriteRegStr HKLM "${RUN}" "MentorKiosk" '"$INSTDIR\${PROGRAM}" run'
  ${Else}
    DeleteRegValue HKLM "${RUN}" "MentorKiosk"
  ${EndIf}

  WriteRegStr HKLM "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKLM "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKLM "${KEY}" "Publisher" "${NAME}"
  WriteRegStr HKLM "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKLM "${KEY}" "EstimatedSize" ${KIB}
  WriteRegDWORD HKLM "${KEY}" "NoModify" 1
  WriteRegDWORD HKLM "${KEY}" "NoRepair" 1
SectionEnd

Function un.onInit
  SetRegView 64
  SetShellVarContext all
FunctionEnd

Section Uninstall
  Call un.RefuseWhileOpen
  !insertmacro RemoveProgram
  Delete "$INSTDIR\uninstall.exe"
  ; Only if it is empty: it may be a folder that was there before.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegValue HKLM "${RUN}" "MentorKiosk"
  DeleteRegKey HKLM "${KEY}"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/PURGE=" $1
  ${If} $1 = 1
    RMDir /r "$APPDATA\MentorKiosk"
  ${EndIf}
SectionEnd
