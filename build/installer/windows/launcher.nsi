; QuayTiepDan.exe of the host edition: starts Node without its console window, and shows why when that ends with a fault.
Unicode true
Target amd64-unicode
Name "Quầy Tiếp Dân"
Icon "${ICON}"
OutFile "${OUT}"
RequestExecutionLevel user
SilentInstall silent
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Quầy Tiếp Dân"
VIAddVersionKey "FileDescription" "Quầy Tiếp Dân"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT"
!include FileFunc.nsh
!ifdef SIGN
  !finalize '${SIGN}'
!endif

Section
  StrCpy $1 "$TEMP\quay-tiep-dan-fault.txt"
  Delete "$1"
  SetOutPath "$EXEDIR"
  ${GetParameters} $0
  ExecShellWait "open" "$EXEDIR\${RUNTIME}" '${FLAGS} "$EXEDIR\${PROGRAM}" $0' SW_HIDE
  IfFileExists "$1" 0 done
  FileOpen $2 "$1" r
  FileReadUTF16LE $2 $3
  FileReadUTF16LE $2 $4
  FileClose $2
  MessageBox MB_ICONSTOP "$3$\n$4" /SD IDOK
  SetErrorLevel 1
done:
SectionEnd
