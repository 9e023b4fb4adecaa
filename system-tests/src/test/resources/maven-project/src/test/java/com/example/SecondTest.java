package com.example;

import org.junit.jupiter.api.Test;

class SecondTest {

    private static final String TOKEN = Suite.token();

    @Test
    void hasAToken() throws Exception {
        Suite.report(getClass(), TOKEN);
    }
}
