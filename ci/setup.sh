# shellcheck shell=bash
# What ci/test and ci/demo share: sourced by them, not run. Finds a JDK and a browser, installs the latter where there
# is none, and starts and stops the programs that a script needs.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
verdict='FAILED: stopped before the end'
began=$SECONDS

# In the C locale a JVM cannot read what is not ASCII in its environment, passwords for one.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}" in
    C | POSIX) export LC_ALL=C.UTF-8 ;;
esac

say() {
    printf '%s\n' "$*"
}

step() {
    printf '\n== %s\n' "$*"
}

# End with a verdict: what went wrong, and where to look.
fail() {
    verdict="FAILED: $1"
    exit 1
}

# ---- processes -------------------------------------------------------------------------------------------------------
# Each program runs in a process group of its own, so that it ends with all that it started, and nothing else does.

groups=()
private=''

# Run a program in the background; its process id is in $started.
start() {
    set -m
    "$@" </dev/null &
    started=$!
    set +m
    groups+=("$started")
}

# Run a program to its end; unlike in the foreground, Ctrl+C and kill are heard at once.
run() {
    local status=0
    start "$@"
    wait "$started" || status=$?
    stop "$started"
    unset 'groups[-1]'
    return "$status"
}

stop() {
    local patience
    kill -TERM -- "-$1" 2>/dev/null || return 0
    for ((patience = 100; patience > 0; patience--)); do
        kill -0 -- "-$1" 2>/dev/null || break
        sleep 0.1
    done
    kill -KILL -- "-$1" 2>/dev/null || true
    wait "$1" 2>/dev/null || true
}

# Make a folder that only this user can read and that is gone at the end; its name is in $private.
make_private_folder() {
    private=$(umask 077 && mktemp -d)
}

finish() {
    local status=$? group
    trap - EXIT
    trap '' INT TERM HUP
    for group in "${groups[@]}"; do
        stop "$group"
    done
    if [[ -n $private ]]; then
        rm -rf -- "$private"
    fi
    printf '\n%s (%d s)\n' "$verdict" "$((SECONDS - began))"
    exit "$status"
}

trap finish EXIT
trap 'verdict="FAILED: interrupted"; exit 130' INT
trap 'verdict="FAILED: ended from outside"; exit 143' TERM HUP

# ---- set-up ----------------------------------------------------------------------------------------------------------

# Return the JDK's version: 17, 21, …
jdk_version() {
    local text
    text=$("$1/bin/javac" -version 2>&1) || return 1
    [[ $text =~ ^javac\ ([0-9]+) ]] && printf '%s' "${BASH_REMATCH[1]}"
}

find_jdk() {
    local found candidate version
    found=$(command -v javac || true)
    for candidate in "${JAVA_HOME:-}" "${found:+$(dirname "$(dirname "$(readlink -f "$found")")")}" \
        /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/current; do
        if [[ -n $candidate && -x $candidate/bin/javac ]]; then
            version=$(jdk_version "$candidate") || continue
            if ((version >= 17)); then
                export JAVA_HOME=$candidate
                export PATH=$JAVA_HOME/bin:$PATH
                say "JDK $version: $JAVA_HOME"
                return
            fi
        fi
    done
    fail 'no JDK 17 or later. Install one (Debian 12, Ubuntu: apt-get install openjdk-17-jdk-headless) or set JAVA_HOME'
}

first_of() {
    local name
    for name in "$@"; do
        command -v "$name" && return
    done
    return 1
}

apt_install() {
    local log=$root/target/ci/apt.log
    local -a as_root=()
    if ((EUID != 0)); then
        command -v sudo >/dev/null || fail "root is needed to install $*, and there is no sudo. Install it, and start again"
        as_root=(sudo -E)
    fi
    say "Installing $*: apt-get update, apt-get install (all they say is in $log)"
    mkdir -p "${log%/*}"
    export DEBIAN_FRONTEND=noninteractive
    "${as_root[@]}" apt-get -q update >"$log" 2>&1 || say 'apt-get update failed; going on with what apt knows'
    if ! "${as_root[@]}" apt-get -q -y install --no-install-recommends "$@" >>"$log" 2>&1; then
        tail -n 20 "$log"
        fail "apt-get could not install $*; all it said is in $log"
    fi
    hash -r
}

# Chromium and ChromeDriver from apt fit each other. Ubuntu's apt has only a stub of Chromium that asks for snap, which
# does not run in containers; there Google's own packages are taken.
find_browser() {
    local browser driver
    browser=$(first_of google-chrome google-chrome-stable chrome chromium chromium-browser) || browser=''
    driver=$(first_of "${SE_CHROMEDRIVER:-chromedriver}") || driver=''
    if [[ -z $browser || -z $driver ]]; then
        say "Browser: ${browser:-none}. Driver: ${driver:-none}."
        if [[ -z $browser ]]; then
            install_browser
        elif [[ $browser == */chromium ]] && ! is_ubuntu; then
            apt_install chromium-driver
        else
            fetch_driver "$browser"
        fi
        browser=$(first_of google-chrome google-chrome-stable chrome chromium chromium-browser) \
            || fail 'a browser was installed, but is not on the PATH'
        driver=$(first_of chromedriver) || fail 'a ChromeDriver was installed, but is not on the PATH'
    fi
    say "Browser: $browser"
    say "Driver: $driver"
}

# The tests start some hundred browsers, and the shell starts in half the time. Without it they take the ordinary one.
find_headless_shell() {
    if ! first_of chromium-headless-shell chrome-headless-shell >/dev/null && ((EUID == 0)) &&
        [[ $(dpkg-query -W -f '${Status}' chromium-driver 2>/dev/null) == *' installed' ]]; then
        (apt_install chromium-headless-shell) || say 'Going on without a headless shell'
        hash -r
    fi
}

# What the strangers in system-tests need: OAuth clients for Node and Python, and a browser that can be told whom to trust.
find_clients() {
    local -a missing=()
    first_of certutil >/dev/null || missing+=(libnss3-tools)
    first_of curl >/dev/null || missing+=(curl)
    /usr/bin/python3 -c 'import msal' 2>/dev/null || missing+=(python3-msal)
    if ((${#missing[@]})); then
        first_of apt-get >/dev/null || fail "these Debian packages or their like are needed: ${missing[*]}"
        apt_install "${missing[@]}"
    fi
}

is_ubuntu() {
    # shellcheck disable=SC1091
    (. /etc/os-release 2>/dev/null && [[ "${ID:-} ${ID_LIKE:-}" == *ubuntu* ]])
}

install_browser() {
    command -v apt-get >/dev/null \
        || fail 'no Chrome or Chromium on the PATH, and no apt-get to install it. Install browser and ChromeDriver'
    if ! is_ubuntu; then
        apt_install chromium chromium-headless-shell chromium-driver
        return
    fi
    [[ $(uname -m) == x86_64 ]] \
        || fail "Google has no Chrome for Linux on $(uname -m). Install Chromium and ChromeDriver: snap install chromium"
    fetch https://dl.google.com/linux/direct/google-chrome-stable_current_amd64.deb "$root/target/ci/google-chrome.deb"
    apt_install "$root/target/ci/google-chrome.deb"
    fetch_driver "$(first_of google-chrome)"
}

# Fetch the ChromeDriver of an installed Chrome, and put it on the PATH of this run.
fetch_driver() {
    local at=https://googlechromelabs.github.io/chrome-for-testing version folder=$root/target/ci
    [[ $("$1" --version) =~ ([0-9]+)\. ]] || fail "$1 does not tell its version"
    fetch "$at/LATEST_RELEASE_${BASH_REMATCH[1]}" "$folder/chromedriver-version"
    version=$(<"$folder/chromedriver-version")
    fetch "https://storage.googleapis.com/chrome-for-testing-public/$version/linux64/chromedriver-linux64.zip" \
        "$folder/chromedriver.zip"
    (cd "$folder" && jar xf chromedriver.zip) || fail "$folder/chromedriver.zip could not be unpacked"
    chmod +x "$folder/chromedriver-linux64/chromedriver"
    export PATH=$folder/chromedriver-linux64:$PATH
}

fetch() {
    mkdir -p "${2%/*}"
    first_of curl >/dev/null || apt_install curl ca-certificates
    say "Fetching $1"
    curl -fsSL -o "$2" "$1" || fail "$1 could not be fetched. Install Chrome or Chromium with its ChromeDriver yourself"
}

# oidc-provider, at which tests sign in, needs Node 20; Debian 12 has 18. Its npm can fetch a newer one.
find_node() {
    local folder=$root/target/ci/node
    if ! first_of node >/dev/null || ! first_of npm >/dev/null; then
        command -v apt-get >/dev/null || fail 'no node and npm on the PATH, and no apt-get to install them. Install Node 20 or later'
        apt_install nodejs npm
    fi
    if ! is_node_20; then
        say "Node $(node --version) is too old; fetching 20 with npm"
        mkdir -p "$folder"
        [[ -f $folder/package.json ]] || printf '{ "private": true }\n' >"$folder/package.json"
        if ! npm install --prefix "$folder" --no-audit --no-fund node@20 >"$folder/npm.log" 2>&1; then
            tail -n 20 "$folder/npm.log"
            fail 'npm could not fetch Node 20. Install Node 20 or later'
        fi
        export PATH=$folder/node_modules/.bin:$PATH
        hash -r
        is_node_20 || fail "$(command -v node) is $(node --version). Install Node 20 or later"
    fi
    say "Node $(node --version): $(command -v node)"
}

is_node_20() {
    [[ $(node --version) =~ ^v([0-9]+) ]] && ((BASH_REMATCH[1] >= 20))
}

set_up() {
    step 'Set-up'
    cd "$root" || fail "no folder $root"
    find_jdk
    find_browser
    # The wrapper needs nothing more than the JDK: it fetches Maven with wget, curl or java, whichever there is.
    if [[ ! -d ${MAVEN_USER_HOME:-$HOME/.m2}/wrapper/dists ]]; then
        say 'Maven: fetched by ./mvnw, and the libraries with it; the first time takes some minutes'
    fi
}

# ---- Maven's output --------------------------------------------------------------------------------------------------

# Print the totals of all modules: Surefire ends each with a line without a time.
totals() {
    awk '
        /^\[(INFO|WARNING|ERROR)\] Tests run: / && !/Time elapsed/ {
            gsub(/[^0-9 ]/, ""); run += $1; failed += $2 + $3; skipped += $4
        }
        END { printf "%d tests run, %d failed, %d skipped", run, failed, skipped }' "$1"
}

# Print what failed as Maven and Surefire sum it up at their ends, without the stacks.
failures() {
    awk '
        /^\[ERROR\] (Failures|Errors):/ { summary = 1 }
        /^\[ERROR\] Tests run:|^\[INFO\]/ { summary = 0 }
        summary { print; next }
        /^\[ERROR\] (COMPILATION|Failed to execute|The build|[^ ]+\.java|.*could not|The following files|Unknown)/ \
            && !seen[$0]++ { print }
    ' "$1" | cut -c 1-600 | awk 'NR <= 80; END { if (NR > 80) print "… and " NR - 80 " lines more" }'
}
