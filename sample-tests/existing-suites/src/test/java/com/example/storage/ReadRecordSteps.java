package com.example.storage;

import static org.junit.Assert.assertEquals;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** What the features' sentences do. */
// tag::cucumber[]
public class ReadRecordSteps {

    private int status;

    @When("the privileged user reads a record that does not exist")
    public void read() throws Exception {
        status = StorageClient.statusOfAMissingRecord(TokenTestUtils.privilegedUser());
    }

    @Then("the answer is {int}")
    public void theAnswerIs(int expected) {
        assertEquals(expected, status);
    }
}
// end::cucumber[]
