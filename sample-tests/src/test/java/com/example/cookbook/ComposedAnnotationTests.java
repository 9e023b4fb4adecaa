package com.example.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.OsduSession;
import org.junit.jupiter.api.Test;

class ComposedAnnotationTests {

    @Editor
    private static AccessToken token;

    // tag::composed-use[]
    @Test
    void actsAsTheEditor(@Editor OsduSession osdu) {
        assertThat(osdu.accessToken()).isEqualTo(token);
    }
    // end::composed-use[]
}
