package io.github.osdutoken.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.osdutoken.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFileTests {

    @TempDir
    private Path folder;

    @Test
    void readsEntriesWithCommentsAndTheUsersName() throws IOException {
        List<PageEntry> entries = read("""
                [
                  // our organisation's own picker
                  {"page": "our-picker", "shows": ["[data-user=\\"{username}\\" i]"], "clicks": "#go"},
                ]""");

        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.page()).isEqualTo("our-picker");
            assertThat(entry.shows()).containsExactly("[data-user=\"o\\\"brien@contoso.com\" i]");
            assertThat(entry.clicks()).isEqualTo("#go");
        });
    }

    @Test
    void namesLineAndKeyOfAMisspeltKey() {
        assertWrong("[\n  {\"page\": \"x\",\n   \"show\": [\"#a\"]}\n]")
                .hasMessageStartingWith("Reading the page catalogue " + folder.resolve("pages.json")
                        + " (osdu.pages) failed: line 3: at [0].show: Unrecognized field \"show\"")
                .hasMessageEndingWith(
                        "Its format is described in docs/troubleshooting.md, 'Microsoft changed a page'.");
    }

    @Test
    void namesLineAndKeyOfAWrongValue() {
        assertWrong(
                        "[\n  {\"page\": \"x\", \"shows\": [\"#a\"],\n   \"types\": {\"#b\": \"pin\"}, \"clicks\": \"#c\"}\n]")
                .hasMessageContaining("line 3: at [0].types.#b: ")
                .hasMessageContaining("from String \"pin\"");
    }

    @Test
    void namesTheLineOfBrokenJson() {
        assertWrong("[\n  {\"page\": \"x\"\n   \"shows\": []}\n]").hasMessageContaining("line 3: ");
    }

    @Test
    void refusesAnEntryThatDoesNothing() {
        assertWrong("[{\"page\": \"x\", \"shows\": [\"#a\"]}]")
                .hasMessageContaining("the entry 'x' has none of clicks, opens, waits and refuse.");
    }

    @Test
    void refusesAnEntryThatWouldFitEveryPage() {
        assertWrong("[{\"page\": \"x\", \"clicks\": \"#a\"}]")
                .hasMessageContaining("the entry 'x' would fit every page");
    }

    @Test
    void refusesAnEntryThatNeedsWhatNobodyCanGrant() {
        assertWrong("[{\"page\": \"x\", \"shows\": [\"#a\"], \"clicks\": \"#a\", \"needs\": \"osdu.luck\"}]")
                .hasMessageContaining("the entry 'x' needs 'osdu.luck'. An entry may need osdu.accept-consent,"
                        + " osdu.skip-mfa-registration, osdu.totp-secret.");
    }

    @Test
    void saysThatThereIsNoFile() {
        assertThatThrownBy(() -> new PageFile("a").read(folder.resolve("none.json")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("it cannot be read (NoSuchFileException).");
    }

    @Test
    void readsOurOwnCatalogue() {
        assertThat(new PageFile(null).standard())
                .extracting(PageEntry::page)
                .contains("entra-password", "any-password");
    }

    private AbstractThrowableAssert<?, ?> assertWrong(String json) {
        return assertThatThrownBy(() -> read(json)).isInstanceOf(ConfigurationException.class);
    }

    private List<PageEntry> read(String json) throws IOException {
        Path file = Files.writeString(folder.resolve("pages.json"), json);
        return new PageFile("o\"brien@contoso.com").read(file);
    }
}
