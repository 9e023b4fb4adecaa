package io.github.osdutoken;

/**
 * Hears what a sign-in meets while it goes on, to show it to a person. Told by the thread that drives the browser: what
 * is called here has to return at once, and must not throw.
 *
 * @since 0.1
 */
public interface SignInWatcher {

    /** Nobody watches. */
    SignInWatcher NOBODY = new SignInWatcher() {
        @Override
        public void met(String page, String host) {}

        @Override
        public void pictured(byte[] picture) {}
    };

    /**
     * A page has come that is known.
     *
     * @param page its name in the page catalogue, such as {@code password}
     * @param host the host it is from, with its port if any
     */
    void met(String page, String host);

    /**
     * A picture was taken of the page that was met last, when everything was filled in. Text in fields is blanked, save
     * for the user name. None are taken when {@code osdu.trace} is {@code off}.
     *
     * @param picture a JPEG or a PNG
     */
    void pictured(byte[] picture);
}
