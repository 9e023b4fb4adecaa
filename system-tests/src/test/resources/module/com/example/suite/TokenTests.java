package com.example.suite;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.OsduSession;
import io.github.osdutoken.junit.OsduRefreshToken;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TokenTests {

    @OsduRefreshToken
    private OsduSession field;

    @Test
    void isInANamedModule() {
        Assertions.assertTrue(getClass().getModule().isNamed());
        Assertions.assertEquals(
                "io.github.osdutoken.junit", OsduRefreshToken.class.getModule().getName());
    }

    @Test
    void getsTokens(@OsduRefreshToken AccessToken parameter) {
        Assertions.assertEquals(parameter, field.accessToken());
        Assertions.assertEquals(parameter.value(), System.getProperty("PRIVILEGED_USER_TOKEN"));
    }
}
