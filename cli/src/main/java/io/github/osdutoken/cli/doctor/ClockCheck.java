package io.github.osdutoken.cli.doctor;

import io.github.osdutoken.totp.ClockSkew;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;

/** This machine's clock beside the issuer's. One-time codes and tokens' lifetimes need it right. */
final class ClockCheck {

    static final String NAME = "clock";

    private ClockCheck() {}

    static Finding of(URI issuer, Web web) {
        HttpResponse<String> answer;
        try {
            answer = web.get(URI.create(issuer.toString().replaceAll("/+$", "") + "/.well-known/openid-configuration"));
        } catch (IOException e) {
            return Finding.skipped(NAME, "because the issuer did not answer: " + Web.why(e));
        }
        Instant received = Instant.now();
        Optional<String> date = answer.headers().firstValue("Date");
        if (date.isEmpty()) {
            return Finding.skipped(NAME, "because the issuer's answers have no date");
        }
        return ClockSkew.describe(date.get(), received)
                .map(skew -> Finding.warning(
                        NAME,
                        skew,
                        "Have this machine's time set by a time server (timedatectl set-ntp true): one-time codes of a"
                                + " wrong clock are rejected, and tokens seem too old or too new."))
                .orElseGet(() -> Finding.ok(NAME, "the same as the issuer's, within 20 s"));
    }
}
