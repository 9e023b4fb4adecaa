package io.github.osdutoken.emulator.entra;

import java.util.Map;

/** What was sent so far: passwords and one-time codes by user name, and forms by the page they were on. */
public final class Submissions {

    private final Tally passwords = new Tally();
    private final Tally codes = new Tally();
    private final Tally pages = new Tally();

    /** Make a count of nothing yet. */
    public Submissions() {}

    void password(String username) {
        passwords.add(username);
    }

    void code(String username) {
        codes.add(username);
    }

    void page(String pageId) {
        pages.add(pageId);
    }

    /** Return how often a password was sent. */
    public int passwords() {
        return passwords.total();
    }

    /** Return how often a password was sent for one user name, known or not. */
    public int passwords(String username) {
        return passwords.of(username);
    }

    /** Return how often a one-time code was sent. */
    public int codes() {
        return codes.total();
    }

    /** Return how often a one-time code was sent for one user name. */
    public int codes(String username) {
        return codes.of(username);
    }

    /** Return how often the forms and questions of each page were sent, by PageID. */
    public Map<String, Integer> pages() {
        return pages.all();
    }
}
