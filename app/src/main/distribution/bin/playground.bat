@echo off
rem Starts Dynamic Worker Playground with a JDK 25.
rem Without delayed expansion, which would take the exclamation marks out of arguments.
setlocal disabledelayedexpansion
for %%I in ("%~dp0..") do set "HOME_DIR=%%~fI"
set "JAVA_EXE="
if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JAVA_EXE for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%ProgramFiles%\Zulu\zulu-25*" "%USERPROFILE%\.jdks\*") do if not defined JAVA_EXE call :try "%%~J"
if not defined JAVA_EXE for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :trypath "%%~$PATH:J"
if not defined JAVA_EXE (
    echo playground: needs a JDK 25: install one, for example Temurin 25 from https://adoptium.net, or set JAVA_HOME to it. 1>&2
    exit /b 2
)
rem Archives of classes: that of the window, and that of engines, which the window and a server make while they run.
set "CACHE=%TEMP%"
if defined LOCALAPPDATA set "CACHE=%LOCALAPPDATA%\dynamic-worker-playground"
set "ENGINE_CACHE=%CACHE%"
if defined PLAYGROUND_NO_ARCHIVE set "ENGINE_CACHE="
set "FIRST=%~1"
if "%FIRST%"=="" goto window
if "%FIRST%"=="--safe" goto window
if "%FIRST%"=="--reset-layout" goto window
if "%FIRST%"=="--new-window" goto window
if exist "%FIRST%\" goto window
if /i "%~x1"==".dwplay" goto window
rem Guest code runs in engine processes, so this one needs no compiler of it.
set "COMPILER_OPTION=-XX:TieredStopAtLevel=1"
if "%FIRST%"=="serve" set "COMPILER_OPTION=-XX:+TieredCompilation"
:start
"%JAVA_EXE%" "@%HOME_DIR%\lib\window.options" "%COMPILER_OPTION%" --module-path "%HOME_DIR%\lib;%HOME_DIR%\lib\compiler" "-Dswc4j.lib.loading.path=%HOME_DIR%\lib\native" "-Dplayground.home=%HOME_DIR%" "-Dplayground.compiler=%HOME_DIR%\lib\engine\jdk.internal.vm.compiler.jar" "-Dplayground.engine.cache=%ENGINE_CACHE%" %PLAYGROUND_JAVA_OPTIONS% --module dev.dynamicworkers.playground.app/dev.dynamicworkers.playground.app.Main %*
exit /b %ERRORLEVEL%

rem The window runs no guest code, so it needs no compiler of it and can start from an archive of its classes. The first window
rem writes that archive when it is closed; another Java or other libraries have another stamp.
:window
if not exist "%CACHE%\" mkdir "%CACHE%" 2>nul
set "MODULES=%CACHE%\window.modules"
set "STAMP=%CACHE%\window.stamp"
set "ARCHIVE=%CACHE%\window.aot"
set "SEPARATOR="
del "%STAMP%.now" 2>nul
setlocal enabledelayedexpansion
> "%MODULES%" (
    echo --module-path "\
    for %%F in ("%HOME_DIR%\lib\*.jar" "%HOME_DIR%\lib\compiler\*.jar") do (
        set "FILE=%%~fF"
        echo !SEPARATOR!!FILE:\=/!\
        set "SEPARATOR=;"
    )
    echo "
)
> "%STAMP%.now" (
    echo "%JAVA_EXE%"
    for %%F in ("%JAVA_EXE%" "%HOME_DIR%\lib\*.jar" "%HOME_DIR%\lib\compiler\*.jar") do echo "%%~fF" %%~zF %%~tF
)
endlocal
if not exist "%STAMP%.now" (
    rem The folder can't be written to: a start without an archive, which takes longer.
    set "COMPILER_OPTION=-XX:+TieredCompilation"
    goto start
)
fc /b "%STAMP%.now" "%STAMP%" >nul 2>&1
if errorlevel 1 (
    del "%ARCHIVE%" 2>nul
    move /y "%STAMP%.now" "%STAMP%" >nul 2>&1
)
if exist "%ARCHIVE%" (
    set "ARCHIVE_OPTION=-XX:AOTCache=%ARCHIVE%"
) else if defined PLAYGROUND_NO_ARCHIVE (
    set "ARCHIVE_OPTION=-XX:AOTMode=auto"
) else (
    set "ARCHIVE_OPTION=-XX:AOTCacheOutput=%ARCHIVE%"
)
"%JAVA_EXE%" "@%HOME_DIR%\lib\window.options" "%ARCHIVE_OPTION%" "@%MODULES%" "-Dswc4j.lib.loading.path=%HOME_DIR%\lib\native" "-Dplayground.home=%HOME_DIR%" "-Dplayground.compiler=%HOME_DIR%\lib\engine\jdk.internal.vm.compiler.jar" "-Dplayground.engine.cache=%ENGINE_CACHE%" %PLAYGROUND_JAVA_OPTIONS% --module dev.dynamicworkers.playground.app/dev.dynamicworkers.playground.app.Main %*
exit /b %ERRORLEVEL%

:try
if not exist "%~1\bin\java.exe" exit /b 0
findstr /b /r /c:"JAVA_VERSION=.25[^0-9]" "%~1\release" >nul 2>&1 && set "JAVA_EXE=%~1\bin\java.exe"
exit /b 0

:trypath
"%~1" -XshowSettings:properties -version 2>&1 | findstr /c:"java.specification.version = 25" >nul && set "JAVA_EXE=%~1"
exit /b 0
