@echo off
rem Runs osdu-token.jar beside this script with Java 17 or later: of the folder 'java' beside it, of JAVA_HOME, or of the
rem PATH. Change the JVM's options by OSDU_TOKEN_JAVA_OPTIONS.
setlocal EnableExtensions DisableDelayedExpansion
set "OSDU_TOKEN_HOME=%~dp0java"
if exist "%OSDU_TOKEN_HOME%\bin\java.exe" goto found
if not defined JAVA_HOME goto path
set "OSDU_TOKEN_HOME=%JAVA_HOME:"=%"
if exist "%OSDU_TOKEN_HOME%\bin\java.exe" goto found
:path
set "OSDU_TOKEN_HOME="
for %%J in (java.exe) do set "OSDU_TOKEN_JAVA=%%~$PATH:J"
if defined OSDU_TOKEN_JAVA goto path_found
>&2 echo error[CONFIGURATION] Starting osdu-token failed: Java was not found. Install Java 17 or later, such as https://adoptium.net, or set JAVA_HOME to one.
exit /b 2
:path_found
for %%J in ("%OSDU_TOKEN_JAVA%\..\..") do set "OSDU_TOKEN_HOME=%%~fJ"
goto version
:found
set "OSDU_TOKEN_JAVA=%OSDU_TOKEN_HOME%\bin\java.exe"
:version
rem Each JDK has a file with its version; a stub on the PATH that leads to one has none, and Java itself complains then.
if not exist "%OSDU_TOKEN_HOME%\release" goto run
findstr /r /c:"^JAVA_VERSION=.1[7-9]" /c:"^JAVA_VERSION=.[2-9][0-9]" "%OSDU_TOKEN_HOME%\release" >nul && goto run
>&2 echo error[CONFIGURATION] Starting osdu-token failed: the Java in "%OSDU_TOKEN_HOME%" is older than 17. Install a newer one, such as https://adoptium.net, or set JAVA_HOME to one.
exit /b 2
:run
if not defined OSDU_TOKEN_JAVA_OPTIONS set "OSDU_TOKEN_JAVA_OPTIONS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"%OSDU_TOKEN_JAVA%" -Xlog:disable -Xlog:all=error:stderr %OSDU_TOKEN_JAVA_OPTIONS% -jar "%~dp0osdu-token.jar" %*
exit /b %ERRORLEVEL%
