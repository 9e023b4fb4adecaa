package com.example;

import org.junit.Test;

public class OldTest {

    private static final String TOKEN = Suite.token();

    @Test
    public void hasAToken() throws Exception {
        Suite.report(getClass(), TOKEN);
    }
}
