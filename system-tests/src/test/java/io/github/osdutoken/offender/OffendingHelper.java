package io.github.osdutoken.offender;

import io.github.osdutoken.offenderpeer.OffendingPeer;
import java.util.logging.Logger;
import org.junit.jupiter.api.Assertions;
import org.openqa.selenium.By;

/** Breaks the rules of the house that a class can break. */
public final class OffendingHelper {

    OffendingPeer peer = new OffendingPeer(this, "token");
    By selector = By.id("offending");

    void offend() throws InterruptedException {
        Thread.sleep(1);
        System.out.println(selector);
        Logger.getLogger("offending").info("offending");
        Assertions.assertNotNull(peer);
    }
}
