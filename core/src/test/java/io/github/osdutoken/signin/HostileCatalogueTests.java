package io.github.osdutoken.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.osdutoken.ConfigurationException;
import io.github.osdutoken.Fuzz;
import io.github.osdutoken.browser.Observation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is in a page-catalogue file: entries or a reason, no crash and no end of waiting. */
class HostileCatalogueTests {

    private static final String ENTRY = "\"page\":\"x\",\"shows\":[\"#a\"],\"clicks\":\"#b\"";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("catalogues")
    void isRefusedWithWhereAndWhy(String json) throws IOException {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> read(json.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("(osdu.pages) failed: ")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(2000));
    }

    static List<String> catalogues() {
        return List.of(
                "",
                "null",
                "[null]",
                "17",
                "\"x\"",
                "{}",
                "[[]]",
                "[{}]",
                "[".repeat(100_000),
                "[{\"page\":".repeat(2000),
                "[{" + ENTRY + "}] trailing",
                "[{" + ENTRY + "}][]",
                "[{" + ENTRY + ",\"page\":\"y\"}]",
                "[{\"page\":null,\"shows\":[\"#a\"],\"clicks\":\"#b\"}]",
                "[{\"page\":7,\"shows\":{\"a\":1},\"clicks\":\"#b\"}]",
                "[{" + ENTRY + ",\"hosts\":[null]}]",
                "[{" + ENTRY + ",\"types\":{\"#p\":null}}]",
                "[{" + ENTRY + ",\"types\":[\"password\"]}]",
                "[{" + ENTRY + ",\"patient\":\"perhaps\"}]",
                "[{" + ENTRY + ",\"@class\":\"javax.script.ScriptEngineManager\"}]",
                "[{" + ENTRY + ",\"refuse\":{\"reason\":\"NO_SUCH\"}}]",
                "[" + ("{" + ENTRY + "},").repeat(40_000) + "]");
    }

    @Test
    void aStarIsNoRegularExpression() {
        Map<String, String> patterns = Map.of("(a+)+*", "(a+)+17", "[*", "[17", ".*", ".17", "\\*", "\\17");

        Fuzz.run(
                1,
                random -> patterns.forEach((pattern, pageId) -> {
                    PageEntry entry = entry(pattern);
                    assertThat(entry.fits(seen(pageId))).as(pattern).isTrue();
                    assertThat(entry.fits(seen("a".repeat(5000) + "!")))
                            .as(pattern)
                            .isFalse();
                }));
    }

    @Test
    void isReadOrRefusedHoweverItIsChanged() {
        byte[] good = ("[{" + ENTRY + ",\"pageIds\":[\"i*\"],\"types\":{\"#p\":\"password\"},\"hides\":[\"#c\"],"
                        + "\"needs\":\"accept-consent\"}, /* our own */ {" + ENTRY + "},]")
                .getBytes(StandardCharsets.UTF_8);
        Fuzz.run(400, random -> {
            try {
                assertThat(read(Fuzz.mutated(good, random))).doesNotContainNull();
            } catch (ConfigurationException e) {
                assertThat(e.getMessage()).contains("(osdu.pages) failed: ");
            }
        });
    }

    private List<PageEntry> read(byte[] json) throws IOException {
        Path file = folder.resolve("pages.json");
        Files.write(file, json);
        return new PageFile("ada@contoso.com").read(file);
    }

    private static PageEntry entry(String pageId) {
        return new PageEntry(
                "x",
                List.of(),
                List.of(),
                List.of(pageId),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                "#b",
                null,
                List.of(),
                null,
                false,
                false,
                false,
                null,
                null);
    }

    private static Observation seen(String pageId) {
        return new Observation(
                "1",
                "https://login.example/",
                pageId,
                "",
                "",
                "",
                false,
                "",
                "",
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                null);
    }
}
