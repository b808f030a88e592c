; The installer for Windows: for one user, without administrator rights. `make bundle` compiles it
; on Linux, too (with a stand-in for the program), so that it cannot rot.
;
;   kiassess-…-setup.exe            asks for the folder and an icon on the desktop
;   kiassess-…-setup.exe /S         silent, for administrators; /D=C:\Folder comes last, unquoted
;   uninstall.exe /S                silent; the data stays
;
; Exit status: 0 done, 1 cancelled, 2 not possible (the program runs, or Windows has 32 bits).
;
; Given by .ci/bundling/windows.py: VERSION, SOURCE, OUTPUT, ICON, SIZE_KB, REMOVALS.

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
RequestExecutionLevel user
ManifestDPIAware true
ManifestLongPathAware true

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include x64.nsh

!define APP "kiassess"
!define PROGRAM "kiassess.exe"
!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP}"
!define TYPE_ID "kiassess.exchange"
!define DATA "$LOCALAPPDATA\kiassess"

Name "${APP} ${VERSION}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${APP}"
InstallDirRegKey HKCU "${ENTRY}" "InstallLocation"
BrandingText "${APP} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "${APP}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "${APP} Setup"
VIAddVersionKey /LANG=0 "LegalCopyright" "EUPL-1.2"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_NOAUTOCLOSE
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "$(RunNow)"

; Three clicks: folder, install, finish. The licence stands in the folder; nobody has to accept it.
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "English"

LangString RunNow ${LANG_GERMAN} "kiassess jetzt starten"
LangString RunNow ${LANG_ENGLISH} "Start kiassess now"
LangString Core ${LANG_GERMAN} "kiassess (Programm und Startmenü)"
LangString Core ${LANG_ENGLISH} "kiassess (program and start menu)"
LangString Files ${LANG_GERMAN} "Austauschdateien (.kiassess) mit kiassess öffnen"
LangString Files ${LANG_ENGLISH} "Open exchange files (.kiassess) with kiassess"
LangString Desktop ${LANG_GERMAN} "Symbol auf dem Desktop"
LangString Desktop ${LANG_ENGLISH} "Icon on the desktop"
LangString FileType ${LANG_GERMAN} "Standortbestimmung (Austauschdatei)"
LangString FileType ${LANG_ENGLISH} "Assessment (exchange file)"
LangString Running ${LANG_GERMAN} "kiassess läuft noch. Bitte beenden Sie das Programm und versuchen Sie es noch einmal."
LangString Running ${LANG_ENGLISH} "kiassess is still running. Please quit it and try again."
LangString Only64 ${LANG_GERMAN} "kiassess braucht ein Windows mit 64 Bit."
LangString Only64 ${LANG_ENGLISH} "kiassess needs Windows with 64 bits."
LangString Kept ${LANG_GERMAN} "kiassess ist entfernt. Ihre Daten sind noch da:$\r$\n$\r$\n${DATA}$\r$\n$\r$\nBrauchen Sie sie nicht mehr, löschen Sie diesen Ordner selbst."
LangString Kept ${LANG_ENGLISH} "kiassess has been removed. Your data is still there:$\r$\n$\r$\n${DATA}$\r$\n$\r$\nIf you no longer need it, delete this folder yourself."

; A program that runs cannot be opened for writing.
!macro RefuseWhileRunning
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(Running)" /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(Only64)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Section "$(Core)" SecCore
  SectionIn RO
  !insertmacro RefuseWhileRunning
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ; A former version: only what it installed goes, so that nothing of it is left behind.
    ExecWait '"$INSTDIR\uninstall.exe" /S /KEEP_ENTRY _?=$INSTDIR'
    Delete "$INSTDIR\uninstall.exe"
  ${EndIf}

  SetOutPath "$INSTDIR"
  File /r "${SOURCE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\${PROGRAM}"

  WriteRegStr HKCU "${ENTRY}" "DisplayName" "${APP}"
  WriteRegStr HKCU "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${ENTRY}" "DisplayIcon" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${ENTRY}" "Publisher" "The kiassess developers"
  WriteRegStr HKCU "${ENTRY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${ENTRY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${ENTRY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${ENTRY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${ENTRY}" "NoModify" 1
  WriteRegDWORD HKCU "${ENTRY}" "NoRepair" 1
SectionEnd

Section "$(Files)" SecFiles
  WriteRegStr HKCU "Software\Classes\.kiassess" "" "${TYPE_ID}"
  WriteRegStr HKCU "Software\Classes\.kiassess" "Content Type" "application/vnd.kiassess+json"
  WriteRegStr HKCU "Software\Classes\${TYPE_ID}" "" "$(FileType)"
  WriteRegStr HKCU "Software\Classes\${TYPE_ID}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "Software\Classes\${TYPE_ID}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section /o "$(Desktop)" SecDesktop
  CreateShortcut "$DESKTOP\${APP}.lnk" "$INSTDIR\${PROGRAM}"
SectionEnd

Section "un.Uninstall"
  !insertmacro RefuseWhileRunning
  ; File by file what was installed, then the folders that are empty: what somebody has put there
  ; stays.
  !include "${REMOVALS}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"

  ; Before an upgrade the icons and the entry stay; the new version writes them anew.
  ${GetParameters} $1
  ClearErrors
  ${GetOptions} $1 "/KEEP_ENTRY" $2
  ${If} ${Errors}
    Delete "$SMPROGRAMS\${APP}.lnk"
    Delete "$DESKTOP\${APP}.lnk"
    DeleteRegKey HKCU "${ENTRY}"
    ReadRegStr $0 HKCU "Software\Classes\.kiassess" ""
    ${If} $0 == "${TYPE_ID}"
      DeleteRegKey HKCU "Software\Classes\.kiassess"
    ${EndIf}
    DeleteRegKey HKCU "Software\Classes\${TYPE_ID}"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
    ${If} ${FileExists} "${DATA}\*.*"
      DetailPrint "${DATA}"
      MessageBox MB_OK|MB_ICONINFORMATION "$(Kept)" /SD IDOK
    ${EndIf}
  ${EndIf}
SectionEnd
