package com.example.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.OsduSession;
import io.github.osdutoken.Profile;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.TokenSource;
import org.junit.jupiter.api.Test;

class WithoutJUnitTests {

    @Test
    void worksWithoutTheExtension() {
        assertThat(bearer("default")).startsWith("Bearer ").isEqualTo(headers());
    }

    // tag::without-junit[]
    static String bearer(String profile) {
        TokenSource tokens = TokenSource.of(Profile.load(profile));
        try {
            return "Bearer " + tokens.accessToken().value();
        } catch (SignInException e) {
            throw new IllegalStateException("No test without a token: " + e.reason(), e);
        }
    }
    // end::without-junit[]

    private static String headers() {
        return OsduSession.of(Profile.load()).headers().get("Authorization");
    }
}
