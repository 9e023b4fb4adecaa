package io.github.osdutoken.junit;

import io.github.osdutoken.SignInException;
import io.github.osdutoken.TokenSource;
import io.github.osdutoken.profile.ProfileLoader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A user whose access tokens are exported. Nothing is read or sent before somebody asks for one. */
final class ExportedUser {

    private static final Logger LOG = LoggerFactory.getLogger(ExportedUser.class);

    private final ProfileLoader settings;
    private final String profile;
    private @Nullable TokenSource source;

    ExportedUser(ProfileLoader settings, String profile) {
        this.settings = settings;
        this.profile = profile;
    }

    /**
     * Return an access token that is good for a minute or more (half its life, where that is less than two).
     *
     * @throws SignInException if none can be had; the reader of a property gets it
     */
    String token(String variable) {
        try {
            return LogMask.ofThisProcess().hide(source().tokens()).accessToken().value(); // some suites print it
        } catch (SignInException e) {
            throw e.again("The system property " + variable + " is to hold the access token of profile " + profile
                    + " (osdu.export). ");
        }
    }

    private synchronized TokenSource source() {
        if (source == null) {
            source = TokenSource.of(settings.load(profile));
        }
        return source;
    }

    /** Sign all users in at once, and wait as long as osdu.timeout lets that take: tests have time limits of their own. */
    static void signIn(Collection<ExportedUser> users) {
        List<Thread> signIns = new ArrayList<>();
        for (ExportedUser user : users) {
            Thread signIn = new Thread(user::signIn, "osdu-export-" + user.profile);
            signIn.setDaemon(true);
            signIn.start();
            signIns.add(signIn);
        }
        try {
            for (Thread signIn : signIns) {
                signIn.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void signIn() {
        try {
            source().accessToken();
        } catch (RuntimeException | LinkageError e) {
            // Tests that read the property fail with it; those that do not, need not.
            LOG.warn("No token to export for profile {}: {}", profile, e.getMessage());
        }
    }
}
