package io.github.osdutoken.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.RefreshToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parameters of everything around a test. */
class LifecycleTestCase {

    private final RefreshToken ofConstructor;

    LifecycleTestCase(@OsduRefreshToken RefreshToken token) {
        ofConstructor = token;
    }

    @BeforeAll
    static void beforeAll(@OsduRefreshToken RefreshToken token) {
        assertThat(token).isNotNull();
    }

    @BeforeEach
    void beforeEach(@OsduRefreshToken RefreshToken token) {
        assertThat(token).isNotNull().isEqualTo(ofConstructor);
    }

    @Test
    void test(@OsduRefreshToken RefreshToken token, @OsduRefreshToken AccessToken another) {
        assertThat(token).isEqualTo(ofConstructor);
        assertThat(another).isNotNull();
    }

    @AfterEach
    void afterEach(@OsduRefreshToken RefreshToken token) {
        assertThat(token).isNotNull();
    }

    @AfterAll
    static void afterAll(@OsduRefreshToken RefreshToken token) {
        assertThat(token).isNotNull();
    }
}
