package io.github.osdutoken;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What a Selenium Grid is asked with (HTTP Basic, RFC 7617).
 *
 * @param username the user name
 * @param password the password; a cloud Grid calls it access key
 * @since 0.1
 */
public record GridCredentials(String username, Password password) {

    /**
     * Return the header's value that carries them.
     *
     * @return a secret, like the password
     */
    public String authorization() {
        String pair = username + ":" + password.value();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** Say whose credentials these are, without the password. */
    @Override
    public String toString() {
        return "GridCredentials[" + username + "]";
    }
}
