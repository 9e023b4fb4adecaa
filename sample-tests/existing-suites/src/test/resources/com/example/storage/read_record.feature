Feature: Read a record

  Scenario: A record that does not exist
    When the privileged user reads a record that does not exist
    Then the answer is 404
