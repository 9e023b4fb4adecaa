package com.example.wells;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.OsduSession;
import io.github.osdutoken.junit.OsduRefreshToken;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application's own beans call OSDU as the test user. */
// tag::spring[]
@SpringBootTest
class RecordReaderTests {

    @OsduRefreshToken
    private static OsduSession editor; // static: set before the application context is made

    @DynamicPropertySource
    static void signInToOsdu(DynamicPropertyRegistry properties) {
        properties.add("wells.osdu.server", () -> editor.server());
        properties.add("wells.osdu.partition", () -> editor.dataPartitionId());
        properties.add("wells.osdu.token", () -> editor.accessToken().value());
    }

    @Test
    void findsNoRecordThatDoesNotExist(@Autowired RecordReader reader) throws Exception {
        assertThat(reader.exists("missing")).isFalse();
    }
}
// end::spring[]
