package com.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FlakyIT {

    private static final String TOKEN = Suite.token();

    @Test
    void passesTheSecondTime() throws Exception {
        Suite.report(getClass(), TOKEN);
        Path mark = Path.of("target", "ran-before");
        assertTrue(Files.exists(mark) || Files.createFile(mark) == null, "the first time");
    }
}
