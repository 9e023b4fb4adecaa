package io.github.osdutoken.browser;

import java.nio.file.Path;
import java.util.List;

/**
 * Ends driver and browser and removes their folder should this JVM be killed: kills what has the folder as its temporary
 * one, as the driver and all that it starts have.
 */
final class DeathWatch {

    /** Looks at least twice, since a process may be starting. */
    private static final String SCRIPT = """
            processes() {
                if [ -r /proc/self/environ ]; then
                    grep -lF "TMPDIR=$1" /proc/[0-9]*/environ | cut -d/ -f3
                else
                    ps -A -E -ww -o pid= -o command= | grep -F "TMPDIR=$1" | awk '{ print $1 }'
                fi
            }
            for turn in 1 2 3 4 5 6; do
                found=$(processes "$1")
                [ -n "$found" ] && kill -9 $found
                rm -rf -- "$1"
                [ "$turn" -gt 1 ] && [ -z "$found" ] && [ ! -e "$1" ] && exit
                sleep 1
            done
            """;

    private DeathWatch() {}

    /**
     * Watch over a folder that processes to come have as their {@code TMPDIR}. What is to be done may be executed before,
     * since more may have been started than is known, such as a browser of no session yet.
     */
    static LastWill over(Path folder) {
        return LastWill.of(SCRIPT, List.of(), folder.toString());
    }
}
