package io.github.osdutoken.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What goes on, as it is told on a terminal and elsewhere. */
class ProgressTests {

    @Test
    void isPlainLinesWhereNobodyWatches() {
        StringWriter err = new StringWriter();
        try (Progress progress = Progress.plain(new PrintWriter(err, true))) {
            progress.begin("Getting tokens");
            progress.doing("Page 'password'");
            progress.line("Signed in");
        }
        assertThat(err.toString().lines()).containsExactly("Page 'password'", "Signed in");
    }

    @Test
    void isOneLineThatTurnsOnATerminalAndIsCleanInTheEnd() throws Exception {
        CountDownLatch turns = new CountDownLatch(3);
        StringWriter err = new StringWriter();
        PrintWriter terminal = new PrintWriter(err, true) {
            @Override
            public void print(String text) {
                super.print(text);
                turns.countDown();
            }
        };
        try (Progress progress = Progress.drawn(terminal)) {
            progress.doing("Page 'password' on a host with a very long name " + "x".repeat(80));
            assertThat(turns.await(20, TimeUnit.SECONDS)).isTrue();
            progress.line("Signed in");
        }

        String drawn = err.toString();
        assertThat(drawn)
                .startsWith("\r\033[K| Page 'password' on a host")
                .contains("\r\033[K/ Page 'password'")
                .contains("\r\033[KSigned in" + System.lineSeparator());
        assertThat(drawn.split("\r\033\\[K", -1)).allMatch(line -> line.strip().length() <= 78);
        assertThat(drawn.substring(drawn.lastIndexOf("Signed in"))).doesNotContain("password");
    }

    @Test
    void leavesTheLineCleanWhenItIsInterrupted() {
        StringWriter err = new StringWriter();
        try (Progress progress = Progress.plain(new PrintWriter(err, true))) {
            progress.begin("Getting tokens");
            progress.turn();
            progress.end(); // as the JVM's end does
            progress.begin("Getting more");
            progress.turn();
        }
        assertThat(err).hasToString("\r\033[K| Getting tokens  0 s\r\033[K");
    }

    @Test
    void isNeverDrawnWhenThereIsNothingToWaitFor() {
        StringWriter err = new StringWriter();
        try (Progress progress = Progress.drawn(new PrintWriter(err, true))) {
            progress.begin("Getting tokens");
        }
        assertThat(err).hasToString("");
    }
}
