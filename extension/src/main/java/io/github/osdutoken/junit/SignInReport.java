package io.github.osdutoken.junit;

import io.github.osdutoken.Profile;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.SignInSummary;
import io.github.osdutoken.TokenOrigin;
import io.github.osdutoken.Tokens;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the test report says of a user's sign-in, once in a session of the launcher; never a token. */
final class SignInReport {

    private static final Logger LOG = LoggerFactory.getLogger(SignInReport.class);

    private final ExtensionContext context;

    SignInReport(ExtensionContext context) {
        this.context = context;
    }

    /** Publish where a user's tokens came from, with the first test that gets some. */
    void publish(Profile profile, Tokens tokens) {
        List<Object> user = List.of(
                profile.name(),
                profile.issuer(),
                profile.client().id(),
                profile.user().toString());
        if (!isFirst(user)) {
            return;
        }
        SignInSummary signIn = tokens.signIn();
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("osdu.profile", profile.name());
        entry.put("osdu.user", profile.user().toString());
        // With a summary, this process made the sign-in, if only for an earlier test.
        TokenOrigin origin = signIn != null ? TokenOrigin.SIGN_IN : tokens.origin();
        entry.put("osdu.source", origin.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (signIn != null) {
            entry.put("osdu.pages", String.join(", ", signIn.pages()));
            entry.put("osdu.duration", signIn.duration().toMillis() + " ms");
        }
        entry.put("osdu.expires-at", tokens.accessToken().expiresAt().toString());
        context.publishReportEntry(entry);
    }

    /**
     * Attach the trace of a failed sign-in, with the first test that meets the failure. JUnit has had attachments since
     * 5.12; without them the failure's message says where the trace is.
     */
    void attachTrace(SignInException failure) {
        failure.trace().map(Path::getParent).filter(this::isFirst).ifPresent(trace -> {
            try {
                Path name = Objects.requireNonNull(trace.getFileName());
                context.publishDirectory("osdu-sign-in-" + name, attachment -> copy(trace, attachment));
            } catch (LinkageError | RuntimeException e) {
                LOG.debug("The trace is not attached to the report: {}", e.toString());
            }
        });
    }

    private static void copy(Path trace, Path attachment) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(trace)) {
            for (Path file : files) {
                Files.copy(file, attachment.resolve(file.getFileName()));
            }
        }
    }

    private boolean isFirst(Object what) {
        return FirstAsked.inSession(context, what);
    }
}
