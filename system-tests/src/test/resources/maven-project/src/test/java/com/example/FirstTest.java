package com.example;

import org.junit.jupiter.api.Test;

class FirstTest {

    private static final String TOKEN = Suite.token();

    @Test
    void hasAToken() throws Exception {
        Suite.report(getClass(), TOKEN);
    }
}
