@echo off
rem Starts Assay on Windows: finds a JDK, builds on first use and after changes, then runs Java.
rem ASSAY_JAVA_OPTIONS: further options for Java.
setlocal EnableExtensions DisableDelayedExpansion
set "home=%~dp0"
set "home=%home:~0,-1%"
set "app=%home%\target\app"

set "jdk="
call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :tryjava "%%~dpj"
for /d %%d in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%USERPROFILE%\.jdks\*" "%USERPROFILE%\scoop\apps\*jdk*\current") do call :try "%%~d"
if not defined jdk (
  >&2 echo assay: No JDK 25 or newer was found: install one ^(packages: https://adoptium.net^) or set JAVA_HOME to its folder.
  exit /b 2
)

call :changed
if errorlevel 1 (
  where mvn >nul 2>nul
  if errorlevel 1 (
    >&2 echo assay: Maven is needed to build Assay: install it and start again.
    exit /b 2
  )
  >&2 echo assay: Building Assay, about a minute...
  if not exist "%home%\target" mkdir "%home%\target"
  if exist "%app%" rmdir /s /q "%app%"
  call :build
  if errorlevel 1 (
    >&2 echo assay: The build failed: see %home%\target\assay-build.log
    exit /b 2
  )
)

set "classpath=%app%\assay.jar;%app%\lib\*"
set "flags=--sun-misc-unsafe-memory-access=allow -Dassay.terminal= --enable-native-access=ALL-UNNAMED"
if "%~1"=="" goto window
if /i "%~1"=="demo" goto window
if /i "%~1"=="--workspace" if "%~3"=="" goto window
"%jdk%\bin\java.exe" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 %flags% %ASSAY_JAVA_OPTIONS% -cp "%classpath%" dev.assay.Main %*
exit /b %errorlevel%

:window
"%jdk%\bin\java.exe" --module-path "%app%\javafx" --add-modules javafx.controls,javafx.fxml --enable-native-access=javafx.graphics %flags% %ASSAY_JAVA_OPTIONS% -cp "%classpath%" dev.assay.Main %*
exit /b %errorlevel%

:tryjava
set "bin=%~1"
call :try "%bin:~0,-5%"
exit /b

rem Takes the folder if it holds a JDK of version 25 or newer and none was taken yet.
:try
if defined jdk exit /b
if not exist "%~1\bin\javac.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==." %%v in ('findstr /b JAVA_VERSION^= "%~1\release"') do call :fits %%v "%~1"
exit /b

:fits
set "version=%~1"
set "version=%version:"=%"
if %version% GEQ 25 set "jdk=%~2"
exit /b

rem Error level 1 where there is no build or a source is newer than it.
:changed
if not exist "%app%\assay.jar" exit /b 1
powershell -NoProfile -Command "$built=(Get-Item '%app%\assay.jar').LastWriteTime; if (Get-ChildItem -Recurse '%home%\src\main','%home%\prompts','%home%\pom.xml' | Where-Object { $_.LastWriteTime -gt $built }) { exit 1 }"
exit /b %errorlevel%

:build
pushd "%home%"
set "JAVA_HOME=%jdk%"
call mvn -B -q -DskipTests package >"%home%\target\assay-build.log" 2>&1
set "result=%errorlevel%"
popd
if not "%result%"=="0" exit /b 1
copy /y "%home%\target\assay.jar" "%app%\assay.jar" >nul
rem The copy keeps the time of its original: what counts is when it was built.
powershell -NoProfile -Command "(Get-Item '%app%\assay.jar').LastWriteTime = Get-Date"
exit /b 0
