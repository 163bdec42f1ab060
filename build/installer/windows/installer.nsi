; The installer. Exit codes: 0 done, 1 stopped by the user, 2 not Windows 10 or newer of 64 bits, 3 a newer version is installed, 4 the
; files could not be written, 5 the program is running and does not close.
; Switches: /S silent, /ENGLISH, /ALLUSERS for all users of the PC (asks for an administrator), /D=<folder>, --force-run starts the program afterwards.
Unicode true
Target amd64-unicode
!if ${COMPRESSOR} == off
  SetCompress off
!else
  SetCompressor /SOLID ${COMPRESSOR}
!endif
!define ID "QuayTiepDan"
!define APP "Quầy Tiếp Dân"
!define UNKEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"
Name "${APP}"
OutFile "${OUT}"
RequestExecutionLevel user
ManifestDPIAware true
BrandingText "${APP} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${APP}"
VIAddVersionKey "FileDescription" "Bộ cài ${APP}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT"
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include nsDialogs.nsh
!ifdef SIGN
  !finalize '${SIGN}'
  !uninstfinalize '${SIGN}'
!endif

Var ForAll
Var OneUser

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${EXE}"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
Page custom askForWhom takeForWhom
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"

!macro words NAME VI EN
  LangString ${NAME} ${LANG_VIETNAMESE} "${VI}"
  LangString ${NAME} ${LANG_ENGLISH} "${EN}"
!macroend
!insertmacro words TooOld "Cần Windows 10 trở lên, loại 64 bit." "Windows 10 or newer of 64 bits is needed."
!insertmacro words Newer "Máy đang có bản mới hơn ($0). Bản ${VERSION} không được cài đè lên: dữ liệu đã theo bản mới. Hãy dùng bộ cài mới hơn." "This PC has a newer version ($0). Version ${VERSION} is not put over it: the data went on with the newer one. Use a newer installer."
!insertmacro words NotWritten "Không ghi được chương trình vào $INSTDIR. Kiểm tra chỗ trống của ổ đĩa và quyền ghi; bản cũ vẫn còn nguyên." "The program could not be written to $INSTDIR. Look at the free space and the permissions; the former version is as it was."
!insertmacro words Running "${APP} đang mở. Hãy đóng mọi cửa sổ của chương trình rồi bấm Thử lại." "${APP} is running. Close all its windows, then choose Retry."
!insertmacro words WhomTitle "Cài cho ai?" "For whom?"
!insertmacro words WhomText "Dữ liệu của quầy luôn nằm trong thư mục riêng của từng người dùng Windows." "The desk's data always lies in the own folder of each Windows user."
!insertmacro words Me "Chỉ cho tôi (không cần quyền quản trị)" "Only for me (no administrator needed)"
!insertmacro words Everybody "Cho mọi người dùng máy này (cần quyền quản trị)" "For all users of this PC (needs an administrator)"
!insertmacro words DataStays "Chương trình đã gỡ. Dữ liệu của quầy vẫn còn nguyên trong $LOCALAPPDATA\QuayTiepDan." "The program is removed. The desk's data is untouched in $LOCALAPPDATA\QuayTiepDan."

; Where the program goes and where Windows keeps that it is there.
!macro chooseContext
  ${If} $ForAll == 1
    SetShellVarContext all
    ${If} $INSTDIR == ""
      StrCpy $INSTDIR "$PROGRAMFILES64\${ID}"
    ${EndIf}
  ${Else}
    SetShellVarContext current
    ${If} $INSTDIR == ""
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${ID}"
    ${EndIf}
  ${EndIf}
!macroend

; Puts 1 into $R0 where this process may write for all users.
!macro isAdministrator
  UserInfo::GetAccountType
  Pop $R0
  ${If} $R0 == "Admin"
    StrCpy $R0 1
  ${Else}
    StrCpy $R0 0
  ${EndIf}
!macroend

; As in the program, Vietnamese comes first, whatever the language of this Windows.
!macro chooseLanguage
  StrCpy $LANGUAGE ${LANG_VIETNAMESE}
  ${GetParameters} $R1
  ClearErrors
  ${GetOptions} $R1 "/ENGLISH" $R2
  ${IfNot} ${Errors}
    StrCpy $LANGUAGE ${LANG_ENGLISH}
  ${EndIf}
!macroend

Function .onInit
  SetRegView 64
  !insertmacro chooseLanguage
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_ICONSTOP "$(TooOld)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  StrCpy $ForAll 0
  ClearErrors
  ${GetOptions} $R1 "/ALLUSERS" $R2
  ${IfNot} ${Errors}
    StrCpy $ForAll 1
    !insertmacro isAdministrator
    ${If} $R0 == 0
      ; Windows asks for the administrator, and goes on in another process.
      ExecShellWait "runas" "$EXEPATH" "$R1"
      Quit
    ${EndIf}
  ${EndIf}
  !insertmacro chooseContext
  Call refuseOlder
FunctionEnd

Function refuseOlder
  ${If} $ForAll == 1
    ReadRegStr $0 HKLM "${UNKEY}" "DisplayVersion"
  ${Else}
    ReadRegStr $0 HKCU "${UNKEY}" "DisplayVersion"
  ${EndIf}
  ${If} $0 != ""
    ${VersionCompare} "${VERSION}" "$0" $1
    ${If} $1 == 2
      MessageBox MB_ICONSTOP "$(Newer)" /SD IDOK
      SetErrorLevel 3
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Function askForWhom
  ${If} $ForAll == 1
    Abort
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "$(WhomTitle)" "$(WhomText)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 10u 100% 12u "$(Me)"
  Pop $OneUser
  ${NSD_Check} $OneUser
  ${NSD_CreateRadioButton} 0 28u 100% 12u "$(Everybody)"
  Pop $0
  nsDialogs::Show
FunctionEnd

Function takeForWhom
  ${NSD_GetState} $OneUser $0
  ${If} $0 != ${BST_CHECKED}
    ExecShell "runas" "$EXEPATH" "/ALLUSERS"
    Quit
  ${EndIf}
FunctionEnd

; Asks the program of this folder to close and moves it aside; twice within ten seconds it may take its time.
!macro moveAside UN
Function ${UN}moveAside
  IfFileExists "$INSTDIR\${EXE}" 0 gone
again:
  ${If} ${FileExists} "$INSTDIR\${QUIT}"
    nsExec::Exec '"$INSTDIR\${QUIT}" ${QUITARGS}'
    Pop $0
  ${Else}
    ; A window of Electron is asked as a user would.
    nsExec::Exec 'taskkill.exe /IM "${EXE}"'
    Pop $0
  ${EndIf}
  StrCpy $1 0
  ${Do}
    RMDir /r "$INSTDIR.old"
    ClearErrors
    Rename "$INSTDIR" "$INSTDIR.old"
    ${IfNot} ${Errors}
      Return
    ${EndIf}
    Sleep 250
    IntOp $1 $1 + 1
  ${LoopUntil} $1 > 40
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" /SD IDCANCEL IDRETRY again
  SetErrorLevel 5
  Quit
gone:
  RMDir /r "$INSTDIR"
FunctionEnd
!macroend
!insertmacro moveAside ""
!insertmacro moveAside "un."

Section
  SetRegView 64
  ; What a run that was killed left.
  RMDir /r "$INSTDIR.new"
  ClearErrors
  SetOutPath "$INSTDIR.new"
  File /r "${SRC}/*"
  ${If} ${Errors}
    SetOutPath "$TEMP"
    RMDir /r "$INSTDIR.new"
    MessageBox MB_ICONSTOP "$(NotWritten)" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
  WriteUninstaller "$INSTDIR.new\uninstall.exe"
  ; A folder that somebody stands in cannot be renamed.
  SetOutPath "$TEMP"
  Call moveAside
  ClearErrors
  Rename "$INSTDIR.new" "$INSTDIR"
  ${If} ${Errors}
    Rename "$INSTDIR.old" "$INSTDIR"
    MessageBox MB_ICONSTOP "$(NotWritten)" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
  RMDir /r "$INSTDIR.old"
  CreateShortcut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\${EXE}"
  CreateShortcut "$DESKTOP\${APP}.lnk" "$INSTDIR\${EXE}"
  WriteRegStr SHCTX "${UNKEY}" "DisplayName" "${APP}"
  WriteRegStr SHCTX "${UNKEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNKEY}" "DisplayIcon" "$INSTDIR\${EXE}"
  WriteRegStr SHCTX "${UNKEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNKEY}" "Publisher" "Quay Tiep Dan"
  WriteRegStr SHCTX "${UNKEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNKEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNKEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNKEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD SHCTX "${UNKEY}" "EstimatedSize" $0
  ${GetParameters} $R1
  ClearErrors
  ${GetOptions} $R1 "--force-run" $R2
  ${IfNot} ${Errors}
    Exec '"$INSTDIR\${EXE}"'
  ${EndIf}
SectionEnd

Function un.onInit
  SetRegView 64
  !insertmacro chooseLanguage
  StrCpy $ForAll 0
  ReadRegStr $0 HKLM "${UNKEY}" "InstallLocation"
  ${If} $0 == $INSTDIR
    StrCpy $ForAll 1
    !insertmacro isAdministrator
    ${If} $R0 == 0
      ExecShell "runas" "$INSTDIR\uninstall.exe" "$R1"
      Quit
    ${EndIf}
  ${EndIf}
  !insertmacro chooseContext
FunctionEnd

; Only the program's own folder and what Windows was told of it. The data is never touched.
Section Uninstall
  SetRegView 64
  SetOutPath "$TEMP"
  Call un.moveAside
  RMDir /r "$INSTDIR.old"
  RMDir /r "$INSTDIR.new"
  Delete "$SMPROGRAMS\${APP}.lnk"
  Delete "$DESKTOP\${APP}.lnk"
  DeleteRegKey SHCTX "${UNKEY}"
  SetDetailsPrint textonly
  DetailPrint "$(DataStays)"
SectionEnd
