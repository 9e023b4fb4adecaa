package io.github.osdutoken.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.SignInOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of hand-made pages, looked at pixel by pixel. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
class WitnessTests {

    private static final String BOX = "position:absolute;left:100px;top:100px;width:400px;height:80px;border:0;"
            + "margin:0;outline:0;font-size:40px;color:#000 !important;transition:all 5s";
    private static final Looking FIELD = new Looking(List.of("#done", "#f"), Map.of("#f", "style"), List.of());

    private Browser browser;

    @BeforeAll
    void start() {
        browser = Browser.start(SignInOptions.DEFAULTS, null, (address, body) -> {});
    }

    @AfterAll
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<input id=f type=password style='%s' value='%s'>",
                "<input id=f type=text style='%s' value='%s'>", // a password field after "show password"
                "<input id=f type=tel autocomplete=one-time-code style='%s' value='%s'>",
                "<input id=f style='%s' value='%s' dir=rtl>",
                "<textarea id=f style='%s'>%s</textarea>",
                "<div id=f contenteditable style='%s'>%s</div>",
                "<input id=f style='%s' value='%s'><script>f.select()</script>",
                "<input id=f type=password style='%s' value='x'><span id=g style='position:absolute;left:100px;top:300px'>"
                        + "</span><script>f.value='%s';g.textContent='It is '+f.value</script>"
            })
    void showsNothingOfWhatStandsInAField(String field) throws IOException {
        byte[] one = picture(field.formatted(BOX, "hunter2"));
        byte[] other = picture(field.formatted(BOX, "WWWWWWWWWWWWWWWWWWWWWWWW"));

        assertThat(colors(one, 120, 120, 360, 40)).as("colors in the field").hasSize(1);
        assertThat(pixels(one)).isEqualTo(pixels(other));
    }

    @Test
    void showsTheUserName() throws IOException {
        byte[] picture = picture("<input id=f style='%s' value='Ada@contoso.com'>".formatted(BOX));

        assertThat(colors(picture, 120, 120, 360, 40)).hasSizeGreaterThan(2);
    }

    @Test
    void neverShowsAUserNameTypedAsAPassword() throws IOException {
        byte[] picture = picture("<input id=f type=password style='%s' value='ada@contoso.com'>".formatted(BOX));

        assertThat(colors(picture, 120, 120, 360, 40)).hasSize(1);
    }

    @Test
    void looksIntoFramesAndShadowRoots() throws IOException {
        String field = "<input value=%s style=position:absolute;left:100px;top:100px;width:400px;height:80px;border:0>";
        String page = "<iframe srcdoc=\"" + field + "\" style='position:absolute;left:0;top:0;width:600px;height:200px;"
                + "border:0'></iframe><div id=h></div><script>h.attachShadow({mode:'open'}).innerHTML='"
                + field.replace("top:100px", "top:300px") + "'</script>";

        byte[] one = picture(page.replace("%s", "hunter2"));
        byte[] other = picture(page.replace("%s", "WWWWWWWWW"));

        assertThat(colors(one, 120, 120, 360, 40)).hasSize(1);
        assertThat(colors(one, 120, 320, 360, 40)).hasSize(1);
        assertThat(pixels(one)).isEqualTo(pixels(other));
    }

    @Test
    void putsEverythingBack() throws IOException {
        picture("<input id=f type=password style='left: 3px' value='hunter2'>");

        Observation seen = shown();
        assertThat(seen.lists()).containsEntry("#f", "left: 3px;");
        assertThat(seen.element("#f")).matches(field -> field.holds("hunter2"));
    }

    @Test
    void addsNoStyleWhereThereWasNone() throws IOException {
        picture("<input id=f value='hunter2'>");

        assertThat(shown().lists()).containsEntry("#f", "");
    }

    @Test
    void tellsWhatThePageHoldsAndNobodyMaySee() {
        open("<script>$Config={sFT:'the-sft',sCtx:'the-ctx',canary:'the-canary',urlPost:'/post'}</script>"
                + "<input type=hidden name=flowToken value=the-flow-token><input type=hidden name=n value=kept>"
                + "<input id=f type=password value=hunter2><input value=ada@contoso.com>");

        assertThat(browser.witness().snapshot("ada@contoso.com").orElseThrow().secrets())
                .containsExactlyInAnyOrder("the-sft", "the-ctx", "the-canary", "the-flow-token", "hunter2");
    }

    private byte[] picture(String body) {
        open(body);
        return browser.witness().snapshot("ada@contoso.com").orElseThrow().picture();
    }

    private void open(String body) {
        String html = "<!DOCTYPE html><meta charset=utf-8><title>" + System.nanoTime() + "</title>" + body
                + "<p id=done style='position:absolute;left:0;top:600px'>.</p>";
        browser.open(URI.create(
                "data:text/html;base64," + Base64.getEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8))));
        while (!browser.address().startsWith("data:") || !shown().shows("#done")) {
            browser.readTraffic();
        }
    }

    private Observation shown() {
        Observation seen = null;
        while (seen == null) {
            seen = browser.observe(FIELD);
        }
        return seen;
    }

    private static Set<Integer> colors(byte[] picture, int x, int y, int width, int height) throws IOException {
        int[] rgb = image(picture).getRGB(x, y, width, height, null, 0, width);
        Set<Integer> colors = new HashSet<>();
        for (int color : rgb) {
            colors.add(color);
        }
        return colors;
    }

    private static int[] pixels(byte[] picture) throws IOException {
        BufferedImage image = image(picture);
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static BufferedImage image(byte[] picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture));
    }
}
