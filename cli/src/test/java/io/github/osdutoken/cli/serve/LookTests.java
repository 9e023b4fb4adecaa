package io.github.osdutoken.cli.serve;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;

class LookTests extends PageFixture {
    @Test
    void look() throws Exception {
        emulator.faults().lostClickWindow(java.time.Duration.ZERO);
        open(Map.of());
        shots("1-door");
        enter();
        shots("2-form");
        click("#as-test-user");
        visible(By.cssSelector(".picture"));
        shots("3-running");
        see("#progress-title", "The test user is signed in");
        shots("4-tokens");
        click("#claims-accessToken summary");
        click("#show-accessToken");
        shots("5-claims");
        click("#as-me");
        String own = toOtherWindow();
        signInByHand();
        settledClick();
        see("h1", "Answer received");
        driver.switchTo().window(own);
        see("#progress-title", "You are signed in");
        shots("6-me");
        type("osdu.password", "wrong-" + System.nanoTime());
        click("#as-test-user");
        see("#progress-title", "The test user is not signed in");
        shots("7-failed");
        type("osdu.issuer", "nonsense here");
        type("osdu.client-id", "");
        click("#as-test-user");
        wait.until(d -> !text("#field-client-id-problem").isEmpty());
        shots("8-problems");
    }

    void shots(String name) throws Exception {
        for (String s : new String[] {"light", "dark"}) {
            scheme(s);
            driver.manage().window().setSize(new Dimension(1280, 1400));
            photograph(name + "-" + s);
            driver.manage().window().setSize(new Dimension(420, 1800));
            photograph(name + "-" + s + "-narrow");
        }
        driver.manage().window().setSize(new Dimension(1280, 1000));
    }
}
