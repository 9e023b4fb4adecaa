package io.github.osdutoken.junit;

import io.github.osdutoken.Profile;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Inject a test user's token, or something made of one, into an annotated parameter or field.
 *
 * <pre>{@code
 * @Test
 * void storesARecord(@OsduRefreshToken RefreshToken token) { ... }
 * }</pre>
 *
 * <h2>What is injected</h2>
 *
 * <p>The declared type decides:
 *
 * <ul>
 *   <li>{@link io.github.osdutoken.RefreshToken}, {@link io.github.osdutoken.AccessToken}, {@link
 *       io.github.osdutoken.IdToken}
 *   <li>{@link io.github.osdutoken.OsduSession}: server, partition, and an access token that renews itself
 *   <li>{@code Supplier<AccessToken>}, {@code Supplier<? extends AccessToken>}: renewed whenever it has to be
 *   <li>{@link String}: the refresh token's value. JUnit prints strings in display names and messages; prefer a typed
 *       one
 * </ul>
 *
 * <p>Any other type is an error, and so is a {@link io.github.osdutoken.OsduSession} without {@code osdu.server}.
 *
 * <h2>Where</h2>
 *
 * <p>On parameters of constructors, lifecycle methods and tests of every kind; on static fields, set before {@code
 * @BeforeAll}; on instance fields, set before {@code @BeforeEach}, also when one instance serves a whole class. Fields may
 * be private, not final; of a record, annotate the component. The annotation registers the extension itself, and may be
 * put on an annotation of your own.
 *
 * <h2>How often a user is signed in</h2>
 *
 * <p>Once in a JVM, however many tests ask and in however many threads. A failed sign-in fails every test that needs it,
 * each with an exception of its own whose cause is the first one, without being repeated; a corrected setting is tried at
 * once.
 *
 * <h2>Settings</h2>
 *
 * <p>JUnit configuration parameters, system properties, environment variables and {@code osdu.properties}; see the usage
 * guide for every key.
 *
 * @since 0.1
 */
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(OsduRefreshTokenExtension.class)
public @interface OsduRefreshToken {

    /**
     * Name the profile whose user signs in: settings {@code osdu.profile.<name>.<key>}, and the unnamed profile's for
     * every other key.
     *
     * @return the profile's name; the unnamed one by default
     */
    String profile() default Profile.DEFAULT;

    /**
     * Ask for another scope than {@code osdu.scope}.
     *
     * @return scope values, space-separated; by default the configured scope
     */
    String scope() default "";

    /**
     * Sign in anew for this parameter or field instead of reusing what is known. Each injection costs a sign-in.
     *
     * @return whether to sign in anew
     */
    boolean fresh() default false;
}
