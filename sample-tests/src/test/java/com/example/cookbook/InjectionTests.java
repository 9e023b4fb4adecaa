package com.example.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.OsduSession;
import io.github.osdutoken.RefreshToken;
import io.github.osdutoken.junit.OsduRefreshToken;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class InjectionTests {

    // tag::parameter[]
    @Test
    void loadsData(@OsduRefreshToken RefreshToken token) {
        DataLoader loader = new DataLoader(token.value());

        assertThat(loader.isReady()).isTrue();
    }
    // end::parameter[]

    // tag::field[]
    @OsduRefreshToken
    private static AccessToken shared; // one for the class, set before @BeforeAll

    @OsduRefreshToken
    private OsduSession osdu; // set before each test

    @Test
    void hasBoth() {
        assertThat(osdu.accessToken()).isEqualTo(shared);
    }
    // end::field[]

    // tag::users[]
    @Test
    void aStrangerIsSomebodyElse(
            @OsduRefreshToken AccessToken editor, @OsduRefreshToken(profile = "no-access") AccessToken stranger) {
        assertThat(stranger).isNotEqualTo(editor);
    }
    // end::users[]

    // tag::supplier[]
    @Test
    void runsForHours(@OsduRefreshToken Supplier<AccessToken> tokens) {
        for (String step : new String[] {"load", "index", "search"}) {
            AccessToken token = tokens.get(); // renewed whenever it has to be
            assertThat(token.value()).as(step).isNotEmpty();
        }
    }
    // end::supplier[]

    /** Anything that takes a refresh token. */
    private record DataLoader(String refreshToken) {

        boolean isReady() {
            return !refreshToken.isEmpty();
        }

        @Override
        public String toString() {
            return "DataLoader";
        }
    }
}
