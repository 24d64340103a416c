@echo off
rem Starts Dynamic Worker Playground with a JDK 25.
setlocal enabledelayedexpansion
for %%I in ("%~dp0..") do set "HOME_DIR=%%~fI"
set "JAVA_EXE="
if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JAVA_EXE for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%ProgramFiles%\Zulu\zulu-25*" "%USERPROFILE%\.jdks\*") do if not defined JAVA_EXE call :try "%%~J"
if not defined JAVA_EXE for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :trypath "%%~$PATH:J"
if not defined JAVA_EXE (
    echo playground: needs a JDK 25: install one, for example Temurin 25 from https://adoptium.net, or set JAVA_HOME to it. 1>&2
    exit /b 2
)
"%JAVA_EXE%" "@%HOME_DIR%\lib\playground.options" --upgrade-module-path "%HOME_DIR%\lib\compiler" --module-path "%HOME_DIR%\lib" "-Dswc4j.lib.loading.path=%HOME_DIR%\lib\native" "-Dplayground.home=%HOME_DIR%" %PLAYGROUND_JAVA_OPTIONS% --module dev.dynamicworkers.playground.app/dev.dynamicworkers.playground.app.Main %*
exit /b %ERRORLEVEL%

:try
if not exist "%~1\bin\java.exe" exit /b 0
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul 2>&1 && set "JAVA_EXE=%~1\bin\java.exe"
exit /b 0

:trypath
"%~1" -XshowSettings:properties -version 2>&1 | findstr /c:"java.specification.version = 25" >nul && set "JAVA_EXE=%~1"
exit /b 0
