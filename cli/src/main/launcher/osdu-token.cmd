@echo off
rem Runs osdu-token.jar beside this script with the java of JAVA_HOME, or the one on the PATH. It must be 17 or later.
setlocal
set "OSDU_TOKEN_JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "OSDU_TOKEN_JAVA=%JAVA_HOME%\bin\java.exe"
if not defined OSDU_TOKEN_JAVA_OPTIONS set "OSDU_TOKEN_JAVA_OPTIONS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"%OSDU_TOKEN_JAVA%" %OSDU_TOKEN_JAVA_OPTIONS% -jar "%~dp0osdu-token.jar" %*
exit /b %ERRORLEVEL%
