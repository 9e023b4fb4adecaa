package io.github.osdutoken.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.osdutoken.Reason;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.TotpSecret;
import io.github.osdutoken.oauth.AuthorizationCode;
import io.github.osdutoken.redirect.AuthorizationResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.codec.binary.Base32;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real browser on pages no catalogue entry was written for. */
class SignInTests {

    private static final String FORM = """
            <!DOCTYPE html><html lang="fi"><body><h1>Kirjaudu</h1>
            <input type="password" name="decoy" style="position:absolute;left:-9999px" tabindex="-1" aria-hidden="true">
            <form method="post" action="/login">
            <label>Tunnus <input name="u" autocomplete="username"></label>
            <label>Salasana <input name="p" type="password"></label>
            <button>Jatka</button></form></body></html>
            """;

    private static final String POSTED = "/login?u=ada%40contoso.com&p=p%22%C3%A4%26ss+%3Cw%3E";

    private static final String TOTP_PAGE = """
            <!DOCTYPE html><html><head><meta name="PageID" content="ConvergedTFA">%s</head><body>%s
            <form method="post" action="/code"><input type="tel" name="otc" id="idTxtBx_SAOTCC_OTC" maxlength="6">
            <input type="submit" id="idSubmit_SAOTCC_Continue" value="Vahvista"></form></body></html>
            """;

    /** A page's script that sends a code as soon as it has six digits, and does something with the answer. */
    private static final String SENT_WHEN_COMPLETE = """
            </form><script>
            const field = document.querySelector('[name=otc]');
            field.addEventListener('input', async () => {
                if (field.value.length < 6) return;
                const sent = await fetch('/check', {method: 'POST', body: JSON.stringify({code: field.value})});
                const answer = await sent.text();
                %s
            });
            </script>""";

    /** A page's script that has it move for a second, and does something then. */
    private static final String SLIDING = """
            <script>
            document.body.animate([{marginTop: '0'}, {marginTop: '300px'}], 1000).onfinish = () => { %s; };
            </script>""";

    private final SyntheticIssuer issuer = new SyntheticIssuer();

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void fillsInAFormByWhatHtmlSaysOfItsFields() {
        issuer.on("/authorize", FORM).on("/login", (query, body) -> issuer.redirectWithCode());

        assertThat(issuer.signIn().code()).isEqualTo(new AuthorizationCode("the-code"));
        assertThat(issuer.posts()).containsExactly(POSTED);
    }

    @Test
    void postsThePasswordOnceWhileTheFormStaysDrawn() {
        issuer.on("/authorize", FORM).on("/login", (query, body) -> {
            assertThat(new CountDownLatch(1).await(6, TimeUnit.SECONDS)).isFalse(); // a slow issuer
            return issuer.redirectWithCode();
        });

        assertThat(issuer.signIn().code()).isNotNull();
        assertThat(issuer.posts()).containsExactly(POSTED);
    }

    @Test
    void postsThePasswordOnceWhileAPageWaitsForItsAnswerAndStaysDrawnAfterIt() {
        issuer.on("/authorize", FORM.replace("</form>", """
                </form><script>
                document.forms[0].addEventListener('submit', async e => {
                    e.preventDefault();
                    await fetch('/login', {method: 'POST', body: new URLSearchParams(new FormData(e.target))});
                    setTimeout(() => location.assign('/done'), 5000);
                });
                </script>"""))
                .on("/login", (query, body) -> {
                    assertThat(new CountDownLatch(1).await(11, TimeUnit.SECONDS))
                            .isFalse();
                    return "good";
                })
                .on("/done", (query, body) -> issuer.redirectWithCode());

        assertThat(issuer.signIn().code()).isNotNull();
        assertThat(issuer.posts()).containsExactly(POSTED);
    }

    @Test
    void postsThePasswordOnceWhereItLeavesByABeacon() {
        issuer.on("/authorize", FORM.replace("</form>", """
                </form><script>
                document.forms[0].addEventListener('submit', e => {
                    e.preventDefault();
                    navigator.sendBeacon('/login', new URLSearchParams(new FormData(e.target)));
                });
                </script>""")).on("/login", "");

        assertRefused(issuer::signIn, Reason.UNKNOWN_PAGE).hasMessageContaining("does not go on");
        assertThat(issuer.posts()).containsExactly(POSTED);
    }

    @Test
    void typesAgainWhatAPageThrewAway() {
        issuer.on("/authorize", FORM.replace("</form>", """
                </form><script>
                const field = document.querySelector('[name=p]');
                field.addEventListener('input', () => setTimeout(() => field.value = '', 50), {once: true});
                </script>""")).on("/login", (query, body) -> issuer.redirectWithCode());

        assertThat(issuer.signIn().code()).isNotNull();
        assertThat(issuer.posts()).containsExactly(POSTED);
    }

    @Test
    void endsOnAPageThatThrowsAwayWhateverIsTyped() {
        issuer.on("/authorize", FORM.replace("</form>", """
                </form><script>
                document.forms[0].addEventListener('input', e => setTimeout(() => e.target.value = '', 50));
                </script>"""));

        assertRefused(issuer::signIn, Reason.UNKNOWN_PAGE).hasMessageContaining("does not go on");
        assertThat(issuer.posts()).isEmpty();
    }

    @Test
    void clicksNotBeforeAPageHasComeToRest() {
        String sliding = SLIDING.formatted("document.forms[0].action = document.title");
        String kmsi = """
                <meta name="PageID" content="KmsiInterrupt"><title>/done</title><form method="post" action="/early">
                <div id="KmsiDescription">Pysytäänkö kirjautuneena?</div>
                <button id="idBtn_Back">Ei</button></form>""";
        issuer.on("/authorize", "<title>/login</title>" + FORM.replace("/login", "/early") + sliding)
                .on("/login", kmsi + sliding)
                .on("/done", (query, body) -> issuer.redirectWithCode());

        assertThat(issuer.signIn().code()).isNotNull();
        assertThat(issuer.posts()).containsExactly(POSTED, "/done?");
    }

    @Test
    void clicksAgainWhenNothingWasSent() {
        issuer.on("/authorize", FORM.replace("</form>", """
                </form><script>
                let deaf = true;
                document.forms[0].addEventListener('submit', e => { if (deaf) { deaf = false; e.preventDefault(); } });
                </script>""")).on("/login", (query, body) -> issuer.redirectWithCode());

        assertThat(issuer.signIn().code()).isNotNull();
        assertThat(issuer.posts()).containsExactly(POSTED);
    }

    @Test
    void clicksNoMoreThanTwiceWhereNothingComesOfIt() {
        issuer.on("/authorize", FORM.replace("</form>", """
                </form><script>
                let clicks = 0;
                document.forms[0].addEventListener('submit', e => { if (++clicks < 3) e.preventDefault(); });
                </script>""")).on("/login", (query, body) -> issuer.redirectWithCode());

        assertRefused(issuer::signIn, Reason.UNKNOWN_PAGE)
                .hasMessageContaining("does not go on after it was filled in and submitted");
        assertThat(issuer.posts()).isEmpty();
    }

    @Test
    void neverSendsARefusedPasswordAgain() {
        issuer.on("/authorize", FORM).on("/login", FORM.replace("<h1>", "<p role='alert'>Väärin</p><h1>"));

        assertRefused(issuer::signIn, Reason.INVALID_CREDENTIALS)
                .hasMessageContaining("refuses the user name and password");
        assertThat(issuer.posts()).containsExactly(POSTED);
    }

    @Test
    void takesAUserNameForRefusedOnlyWhenThePageHasHeardOfIt() {
        issuer.on("/authorize", """
                <form><label>Tunnus <input name="u" autocomplete="username"></label><button>Jatka</button></form>
                <script>
                document.forms[0].addEventListener('submit', e => {
                    e.preventDefault();
                    fetch('/check', {method: 'POST', body: 'u', signal: AbortSignal.timeout(500)}).catch(() => {
                        document.body.insertAdjacentHTML('afterbegin', '<p role="alert">Ei onnistu</p>');
                    });
                });
                </script>""").on("/check", (query, body) -> {
            assertThat(new CountDownLatch(1).await(2, TimeUnit.SECONDS)).isFalse();
            return "";
        });

        assertRefused(issuer::signIn, Reason.UNAVAILABLE)
                .hasMessageContaining("could not ask its server about the user name (net::ERR_ABORTED).");
    }

    @Test
    void waitsForAPageThatComesAgainToSayWhy() {
        String why = "document.body.insertAdjacentHTML('afterbegin', '<p role=\"alert\">Väärin</p>')";
        issuer.on("/authorize", FORM).on("/login", FORM.replace("<h1>", SLIDING.formatted(why) + "<h1>"));

        assertRefused(issuer::signIn, Reason.INVALID_CREDENTIALS);
        assertThat(issuer.posts()).containsExactly(POSTED);
    }

    @Test
    void hearsOfARefusalThoughWhoAskedIsInterrupted() {
        Thread asking = Thread.currentThread();
        issuer.on("/authorize", FORM).on("/login", (query, body) -> {
            asking.interrupt();
            assertThat(new CountDownLatch(1).await(1, TimeUnit.SECONDS)).isFalse(); // the issuer thinks
            return FORM.replace("<h1>", "<p role=alert>No</p><h1>");
        });

        assertRefused(issuer::signIn, Reason.INVALID_CREDENTIALS);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void neverSendsAPasswordAgainToAPageThatAsksOnceMore() {
        issuer.on("/authorize", FORM).on("/login", FORM);

        assertRefused(issuer::signIn, Reason.INVALID_CREDENTIALS)
                .hasMessageContaining("asks for the password again and does not say why");
        assertThat(issuer.posts()).containsExactly(POSTED);
    }

    @Test
    void neverSendsAPasswordAgainThatThePageSentByItself() {
        issuer.on("/authorize", FORM.replace("</form>", """
                </form><script>
                document.querySelector('[name=p]').addEventListener('input', async e => {
                    if (e.target.value.length < 10) return;
                    await fetch('/check', {method: 'POST', body: JSON.stringify({password: e.target.value})});
                    location.assign('/again');
                });
                </script>"""))
                .on("/check", "good")
                .on("/again", FORM);

        assertRefused(issuer::signIn, Reason.INVALID_CREDENTIALS).hasMessageContaining("asks for the password again");
        assertThat(issuer.posts()).containsExactly("/check?{\"password\":\"p\\\"ä&ss <w>\"}");
    }

    @Test
    void typesNothingOnAHostThatIsNotTheIssuers() {
        String elsewhere = "http://" + issuer.localhost();
        issuer.on("/authorize", (query, body) -> "302 " + elsewhere + "/form").on("/form", FORM);

        assertRefused(issuer::signIn, Reason.UNTRUSTED_HOST)
                .hasMessageContaining(issuer.localhost())
                .hasMessageContaining("osdu.trusted-hosts=");
        assertThat(issuer.posts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", textBlock = """
                    action="/login" -> action="http://ELSEWHERE/login"
                    <button>        -> <button formaction="http://ELSEWHERE/login">
                    <h1>            -> <base href="http://ELSEWHERE/"><h1>
                    """)
    void typesNothingInAFormThatSendsItToAnotherHost(String here, String elsewhere) {
        String watched = "<script>addEventListener('input', e => fetch('http://%s/typed', {method: 'POST'}))</script>"
                .formatted(issuer.localhost());
        issuer.on("/authorize", FORM.replace(here, elsewhere.replace("ELSEWHERE", issuer.localhost())) + watched);

        assertRefused(issuer::signIn, Reason.UNTRUSTED_HOST)
                .hasMessageContaining("sends what is typed to " + issuer.localhost())
                .hasMessageContaining("osdu.trusted-hosts=" + issuer.localhost());
        assertThat(issuer.posts()).isEmpty();
    }

    @Test
    void typesOnAHostTheUserTrusts() {
        String elsewhere = "http://" + issuer.localhost();
        issuer.on("/authorize", (query, body) -> "302 " + elsewhere + "/form")
                .on("/form", FORM)
                .on("/login", (query, body) -> issuer.redirectWithCode());

        AuthorizationResponse answer =
                issuer.signIn(SyntheticIssuer.options(Duration.ofSeconds(45), issuer.localhost()));

        assertThat(answer.code()).isNotNull();
    }

    @Test
    void givesTheNextCodeWhenThePageSaysThatOneWasUsed() {
        AtomicInteger codes = new AtomicInteger();
        issuer.withTotpSecret(totpSecret())
                .on("/authorize", TOTP_PAGE.formatted("", ""))
                .on(
                        "/code",
                        (query, body) -> codes.incrementAndGet() == 1
                                ? TOTP_PAGE.formatted(
                                        "<script>window.$Config = {sErrTxt: 'PhoneAppOtpAuthFailedDuplicateCodeEntered'}</script>",
                                        "<span id='idSpan_SAOTCC_Error_OTC'>Koodi on jo käytetty</span>")
                                : issuer.redirectWithCode());

        assertThat(issuer.signIn(SyntheticIssuer.options(Duration.ofSeconds(100)))
                        .code())
                .isNotNull();
        assertThat(issuer.posts()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void givesTheSameCodeAgainWhenItWasNotSent() {
        String key = new Base32().encodeToString(new SecureRandom().generateSeed(20));
        issuer.withTotpSecret(new TotpSecret("otpauth://totp/contoso:maija?period=300&secret=" + key))
                .on("/authorize", TOTP_PAGE.formatted("", "").replace("</form>", """
                        </form><script>
                        let deaf = true;
                        document.forms[0].addEventListener('submit', e => {
                            if (deaf) { deaf = false; e.preventDefault(); document.forms[0].reset(); }
                        });
                        </script>"""))
                .on("/code", (query, body) -> issuer.redirectWithCode());

        assertThat(issuer.signIn().code()).isNotNull();
        assertThat(issuer.posts()).hasSize(1);
    }

    @Test
    void clicksOnceWhenACodeWasWaitedForAndTheFormDepartsLate() {
        AtomicInteger codes = new AtomicInteger();
        String key = new Base32().encodeToString(new SecureRandom().generateSeed(20));
        String duplicate = "<script>window.$Config = {sErrTxt: 'PhoneAppOtpAuthFailedDuplicateCodeEntered'}</script>";
        String late = TOTP_PAGE
                .formatted(duplicate, "<span id='idSpan_SAOTCC_Error_OTC'>Koodi on jo käytetty</span>")
                .replace("</form>", """
                        <input type="hidden" name="clicks" value="0"></form><script>
                        const form = document.forms[0];
                        form.addEventListener('submit', e => {
                            e.preventDefault();
                            form.clicks.value++;
                            setTimeout(() => form.submit(), 600);
                        });
                        </script>""");
        issuer.withTotpSecret(new TotpSecret("otpauth://totp/contoso:maija?period=10&secret=" + key))
                .on("/authorize", TOTP_PAGE.formatted("", ""))
                .on("/code", (query, body) -> codes.incrementAndGet() == 1 ? late : issuer.redirectWithCode());

        assertThat(issuer.signIn().code()).isNotNull();
        assertThat(issuer.posts()).hasSize(2).last().asString().endsWith("&clicks=1");
    }

    @Test
    void clicksNotWhereThePageSendsTheCodeByItself() {
        issuer.withTotpSecret(totpSecret())
                .on("/authorize", TOTP_PAGE.formatted("", "").replace("</form>", SENT_WHEN_COMPLETE.formatted("""
                        setTimeout(() => location = answer, 1500);
                        """)))
                .on("/check", (query, body) -> issuer.redirectWithCode().substring(4))
                .on("/code", (query, body) -> "clicked");

        assertThat(issuer.signIn().code()).isNotNull();
        assertThat(issuer.posts()).hasSize(1).first().asString().startsWith("/check?");
    }

    @Test
    void neverSendsACodeAgainThatThePageSentByItselfAndWasRefused() {
        issuer.withTotpSecret(totpSecret())
                .on("/authorize", TOTP_PAGE.formatted("", "").replace("</form>", SENT_WHEN_COMPLETE.formatted("""
                        field.value = '';
                        document.body.insertAdjacentHTML('beforeend', answer);
                        """)))
                .on("/check", "<span id='idSpan_SAOTCC_Error_OTC'>Väärä koodi</span>");

        assertRefused(issuer::signIn, Reason.MFA_REJECTED).hasMessageContaining("refuses the one-time code");
        assertThat(issuer.posts()).hasSize(1);
    }

    @Test
    void clicksAfterAllWhereThePageOnlyAskedWhetherTheCodeIsRight() {
        String key = new Base32().encodeToString(new SecureRandom().generateSeed(20));
        issuer.withTotpSecret(new TotpSecret("otpauth://totp/contoso:maija?period=10&secret=" + key))
                .on("/authorize", TOTP_PAGE.formatted("", "").replace("</form>", SENT_WHEN_COMPLETE.formatted("")))
                .on("/check", (query, body) -> {
                    // So slow that another code is due when it is clicked.
                    assertThat(new CountDownLatch(1).await(7, TimeUnit.SECONDS)).isFalse();
                    return "right";
                })
                .on("/code", (query, body) -> issuer.redirectWithCode());

        assertThat(issuer.signIn().code()).isNotNull();
        assertThat(issuer.posts()).hasSize(2).last().asString().startsWith("/code?");
    }

    @Test
    void saysThatOthersUseTheCodesWhenTheNextOneWasUsedAsWell() {
        String key = new Base32().encodeToString(new SecureRandom().generateSeed(20));
        issuer.withTotpSecret(new TotpSecret("otpauth://totp/contoso:maija?period=10&secret=" + key))
                .on("/authorize", TOTP_PAGE.formatted("", ""))
                .on(
                        "/code",
                        TOTP_PAGE.formatted(
                                "<script>window.$Config = {sErrTxt: 'PhoneAppOtpAuthFailedDuplicateCodeEntered'}</script>",
                                "<span id='idSpan_SAOTCC_Error_OTC'>Koodi on jo käytetty</span>"));

        assertRefused(() -> issuer.signIn(SyntheticIssuer.options(Duration.ofSeconds(100))), Reason.MFA_REJECTED)
                .hasMessageContaining("one-time code as used before")
                .hasMessageContaining("a user of its own");
        assertThat(issuer.posts()).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void isNotHeldUpByAPasskeyPrompt() {
        issuer.on("/authorize", """
                <!DOCTYPE html><h1>Avain</h1><script>
                navigator.credentials.get({publicKey: {challenge: new Uint8Array(32), timeout: 300000}})
                    .catch(() => { location = '/form'; });
                </script>""").on("/form", FORM).on("/login", (query, body) -> issuer.redirectWithCode());

        AuthorizationResponse answer = issuer.signIn(
                issuer.profile(SyntheticIssuer.options(Duration.ofSeconds(45), issuer.localhost())),
                URI.create("http://" + issuer.localhost() + "/authorize")); // WebAuthn knows names only, no addresses

        assertThat(answer.code()).isNotNull();
    }

    @Test
    void endsOnAPageNobodyKnows() {
        issuer.on("/authorize", "<!DOCTYPE html><h1>Uusi sivu</h1><button>?</button>");

        assertRefused(issuer::signIn, Reason.UNKNOWN_PAGE).hasMessageContaining("a page without a PageID on 127.0.0.1");
    }

    @Test
    void saysWithWhichStatusAPageCameThatNobodyKnows() {
        assertRefused(issuer::signIn, Reason.UNKNOWN_PAGE).hasMessageContaining("(HTTP status 404) is not one");
    }

    @Test
    void quotesAPagesOwnWordsInALineThatMovesNothingOnATerminal() {
        issuer.on("/authorize", """
                <script>
                $Config = {pgid: 'Hotel\\u001b[2J\\u009b2J\\nerror[OK] \\u202e' + 'x'.repeat(9999), correlationId: '1\\r\\n2'};
                </script><h1>Welcome</h1>""");

        assertRefused(issuer::signIn, Reason.UNKNOWN_PAGE)
                .hasMessageContaining("failed: the page Hotel [2J 2J error[OK] xxx")
                .hasMessageContaining("xxx\u2026 on 127.0.0.1")
                .hasMessageContaining("(correlation id 1 2)")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1200));
    }

    @Test
    void endsOnPagesThatReloadThemselvesForEver() {
        issuer.on("/authorize", "<!DOCTYPE html><meta http-equiv='refresh' content='1'><h1>…</h1>");

        assertRefused(issuer::signIn, Reason.UNKNOWN_PAGE);
    }

    @Test
    void endsWhereNothingCanBeLookedAt() {
        issuer.on("/authorize", FORM + "<script>Object.entries = null</script>");

        assertRefused(issuer::signIn, Reason.BROWSER_UNAVAILABLE)
                .hasMessageContaining("the browser has shown no page that can be looked at for 10 s.");
        assertThat(issuer.posts()).isEmpty();
    }

    @Test
    void readsTheAnswerFromTheBrowserWhenThePortIsTaken() throws IOException {
        issuer.on("/authorize", FORM).on("/login", (query, body) -> issuer.redirectWithCode());

        try (ServerSocket owner = new ServerSocket(issuer.redirectPort(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(issuer.signIn().code()).isEqualTo(new AuthorizationCode("the-code"));
            owner.setSoTimeout(1);
            assertThatThrownBy(owner::accept)
                    .as("the code never reached the port's owner")
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void readsAddressesWithCharactersThatJavaTakesForNone() throws IOException {
        issuer.on("/authorize", FORM.replace("<h1>", """
                <script>history.replaceState(null, '', '/a|b/{c}?session={d|e}^`%zz')</script><h1>"""))
                .on("/login", (query, body) -> issuer.redirectWithCode() + "&session_state={d|e}^`%zz");

        try (ServerSocket owner = new ServerSocket(issuer.redirectPort(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(issuer.signIn().code())
                    .as("%s has the port", owner)
                    .isEqualTo(new AuthorizationCode("the-code"));
        }
        assertThat(issuer.posts()).containsExactly(POSTED);
    }

    @Test
    void readsTheAnswerFromAFragment() {
        issuer.on("/authorize", (query, body) -> issuer.redirectWithCode().replace("?", "#"));

        assertThat(issuer.signIn().code()).isEqualTo(new AuthorizationCode("the-code"));
    }

    @Test
    void readsTheAnswerFromAFormThatPostsItself() {
        issuer.on("/authorize", """
                <form name="hiddenform" method="post" action="%s"><input type="hidden" name="code" value="the-code">
                <input type="hidden" name="state" value="%s"></form><script>document.forms[0].submit()</script>""".formatted(issuer.redirectUri(), SyntheticIssuer.STATE));

        assertThat(issuer.signIn().code()).isEqualTo(new AuthorizationCode("the-code"));
    }

    @Test
    void refusesAnAnswerWithAForeignState() {
        issuer.on("/authorize", (query, body) -> issuer.redirectWithCode().replace(SyntheticIssuer.STATE, "foreign"));

        assertRefused(issuer::signIn, Reason.PROTOCOL).hasMessageContaining("a state that this sign-in did not send");
    }

    @Test
    void saysThatTheIssuerCannotBeReached() {
        issuer.close();

        assertRefused(issuer::signIn, Reason.UNAVAILABLE).hasMessageContaining("ERR_CONNECTION_REFUSED");
    }

    @Test
    void keepsItsDeadlineWhenAPageNeverAnswers() {
        issuer.on("/authorize", (query, body) -> {
            assertThat(new CountDownLatch(1).await(13, TimeUnit.SECONDS)).isFalse();
            return "";
        });

        assertRefused(() -> issuer.signIn(SyntheticIssuer.options(Duration.ofSeconds(8))), Reason.TIMEOUT)
                .hasMessageContaining("it took longer than 8 s; no page that is known had come, and the browser had not"
                        + " answered for ");
    }

    private static TotpSecret totpSecret() {
        return new TotpSecret(new Base32().encodeToString(new SecureRandom().generateSeed(20)));
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(ThrowingCallable signIn, Reason reason) {
        return assertThatThrownBy(signIn)
                .isInstanceOfSatisfying(
                        SignInException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageNotContaining("p\"ä&ss")
                .hasMessageNotContaining(SyntheticIssuer.STATE);
    }
}
