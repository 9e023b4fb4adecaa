package io.github.osdutoken.emulator.entra;

/**
 * What names a page.
 *
 * @param id the PageID
 * @param script the name of the script that draws the page, mostly the PageID
 * @param hpgid a number Entra ID gives the page
 * @param hpgact another
 */
record Page(String id, String script, int hpgid, int hpgact) {

    static Page of(String id, int hpgid, int hpgact) {
        return new Page(id, id, hpgid, hpgact);
    }

    /** Return a page whose numbers nobody has written down. */
    static Page of(String id) {
        return of(id, 0, 0);
    }

    Page drawnBy(String other) {
        return new Page(id, other, hpgid, hpgact);
    }
}
