package io.github.osdutoken.emulator.entra;

/**
 * What names a page.
 *
 * @param id the PageID; the script that draws the page has the same name
 * @param title the document's title
 * @param hpgid a number Entra ID gives the page
 * @param hpgact another
 */
record Page(String id, String title, int hpgid, int hpgact) {}
