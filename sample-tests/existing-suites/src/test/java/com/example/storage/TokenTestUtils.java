package com.example.storage;

/** Where the tests of this suite have had their tokens from, ever since: it knows nothing of osdu-token. */
final class TokenTestUtils {

    private TokenTestUtils() {}

    static String privilegedUser() {
        return property("PRIVILEGED_USER_TOKEN");
    }

    static String noAccessUser() {
        return property("NO_ACCESS_USER_TOKEN");
    }

    // tag::property[]
    private static String property(String name) {
        return System.getProperty(name, System.getenv(name));
    }
    // end::property[]
}
