package io.github.osdutoken.systemtests;

import java.util.Optional;
import java.util.stream.Stream;

/** Where on its way a sign-in can be met by a fault. */
enum SignInStep {
    DISCOVERY("discovery", "GET .*/openid-configuration", ""),
    BROWSER_START("browser start", "-", ""),
    FIRST_PAGE("first page", "GET .*/authorize", ""),
    USERNAME("user name", "POST .*/GetCredentialType", ""),
    PASSWORD("password", "POST .*/login", ""),
    SECOND_FACTOR("second factor", "POST .*/ProcessAuth", ""),
    KMSI("stay signed in?", "POST .*/kmsi", ""),
    REDIRECT("redirect", "-", ""),
    TOKEN("token exchange", "POST .*/token", "grant_type=authorization_code"),
    KEYS("key fetch", "GET .*/keys", ""),
    CACHE_WRITE("cache write", "-", ""),
    REFRESH("refresh", "POST .*/token", "grant_type=refresh_token");

    private final String words;
    private final String request;
    private final String body;

    SignInStep(String words, String request, String body) {
        this.words = words;
        this.request = request;
        this.body = body;
    }

    /** Return the steps that are a request to the issuer. */
    static Stream<SignInStep> requests() {
        return Stream.of(values()).filter(step -> !step.request.equals("-"));
    }

    /** Find the step that a request belongs to. */
    static Optional<SignInStep> of(String method, String path, String body) {
        return requests()
                .filter(step -> (method + " " + path).matches(step.request) && body.contains(step.body))
                .findFirst();
    }

    /** Tell whether the browser makes the request of this step. */
    boolean isInBrowser() {
        return compareTo(FIRST_PAGE) >= 0 && compareTo(KMSI) <= 0;
    }

    @Override
    public String toString() {
        return words;
    }
}
