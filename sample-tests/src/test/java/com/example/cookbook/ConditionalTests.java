package com.example.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.junit.EnabledIfOsduSignInConfigured;
import io.github.osdutoken.junit.OsduRefreshToken;
import org.junit.jupiter.api.Test;

// tag::skip[]
@EnabledIfOsduSignInConfigured(profile = "no-access") // skipped, with the missing keys, where there are no credentials
@OsduRefreshToken(profile = "no-access") // for every annotated place in the class that names no other
class ConditionalTests {

    @Test
    void actsAsTheStranger(
            @OsduRefreshToken AccessToken stranger, @OsduRefreshToken(profile = "default") AccessToken editor) {
        assertThat(stranger).isNotEqualTo(editor);
    }
}
// end::skip[]
