package io.github.osdutoken.signin;

/** Who submitted a page. */
enum Submission {

    /** Nobody: nothing left the browser, and the page is to be looked at again. */
    NONE,

    /** We did. */
    OURS,

    /** The page itself, as soon as it was filled in. */
    PAGES_OWN
}
