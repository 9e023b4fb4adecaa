package io.github.osdutoken.totp;

import io.github.osdutoken.TotpSecret;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A process that reads a secret and a folder, then moments; for each moment it prints a code, or a dash. */
final class CodesOnRequest {

    private CodesOnRequest() {}

    public static void main(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        TotpSecret secret = new TotpSecret(in.readLine());
        Path folder = Path.of(in.readLine());
        System.out.println("ready");
        for (String instant = in.readLine(); instant != null; instant = in.readLine()) {
            System.out.println(take(SoftwareTokens.at(instant, secret, folder)));
        }
    }

    private static String take(OneTimeCodes codes) {
        Optional<OneTimeCode> code = codes.take();
        // While the other process holds the file. The budget is seconds; the file is held for milliseconds.
        for (int i = 0; code.isEmpty() && i < 100_000 && isSoon(codes.untilNext()); i++) {
            Thread.onSpinWait();
            code = codes.take();
        }
        return code.map(OneTimeCode::value).orElse("-");
    }

    private static boolean isSoon(Duration wait) {
        return wait.compareTo(Duration.ofSeconds(1)) < 0;
    }
}
