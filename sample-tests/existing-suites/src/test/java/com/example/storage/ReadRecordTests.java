package com.example.storage;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.BeforeClass;
import org.junit.Test;

/** A suite of JUnit 4 with its tokens in static fields. */
// tag::junit-4[]
public class ReadRecordTests {

    private static String token;

    @BeforeClass
    public static void classSetup() {
        token = TokenTestUtils.privilegedUser();
    }

    @Test
    public void should_return404_when_recordDoesNotExist() throws Exception {
        assertEquals(404, StorageClient.statusOfAMissingRecord(token));
    }

    @Test
    public void should_returnUnauthorized_when_userHasNoAccess() throws Exception {
        int status = StorageClient.statusOfAMissingRecord(TokenTestUtils.noAccessUser());

        assertTrue("status " + status, List.of(401, 403).contains(status));
    }
}
// end::junit-4[]
