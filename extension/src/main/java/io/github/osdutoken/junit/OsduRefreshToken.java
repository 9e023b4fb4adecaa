package io.github.osdutoken.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Inject a test user's token, or something made of one, into an annotated parameter or field; on a method or type,
 * give such places their defaults.
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
 *   <li>{@link io.github.osdutoken.TokenSource}: all of the above on demand
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
 * <h2>Defaults</h2>
 *
 * <p>On a method the annotation gives defaults to the annotated parameters of that method, on a type to the annotated
 * members of that class, of classes nested in it, and of subclasses. The nearest word counts, for each attribute by
 * itself: member, method, class, its interfaces and superclasses, enclosing class. An attribute left at its default
 * overrides nothing. A parameter or field without the annotation gets nothing.
 *
 * <pre>{@code
 * @OsduRefreshToken(profile = "editor")
 * class RecordTests {
 *     @Test
 *     void editorStores(@OsduRefreshToken OsduSession osdu) { ... }
 *
 *     @Test
 *     void viewerMayNot(@OsduRefreshToken(profile = "viewer") OsduSession osdu) { ... }
 * }
 * }</pre>
 *
 * <p>{@link OsduRefreshTokenExtension#builder()} does the same in code, for any setting.
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
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(OsduRefreshTokenExtension.class)
public @interface OsduRefreshToken {

    /**
     * Name the profile whose user signs in: settings {@code osdu.profile.<name>.<key>}, and the unnamed profile's for
     * every other key.
     *
     * @return the profile's name, {@code default} for the unnamed one; when empty, that of the nearest annotation
     *     around this one that names one, else the unnamed one
     */
    String profile() default "";

    /**
     * Ask for another scope than {@code osdu.scope}.
     *
     * @return scope values, space-separated; when empty, those of the nearest annotation around this one that has some,
     *     else the configured scope
     */
    String scope() default "";

    /**
     * Sign in anew for this place instead of reusing what is known, and keep the tokens out of what other places get: a
     * test may use them up, or revoke them. Each injection costs a sign-in. For a user without a password the
     * configured refresh token is exchanged anew, and other places share the result.
     *
     * @return whether to sign in anew; on a method or type, for every annotated place in it
     */
    boolean fresh() default false;

    /**
     * Skip instead of failing where no sign-in is configured, such as in a fork's pull request that gets no secrets. The
     * reason of the skip names each setting that is missing, with its environment variables.
     *
     * <p>On a test method's parameter this skips the method. On a field, or a parameter of a constructor or lifecycle
     * method, it skips the class. On a method or type it skips that when its own profile is not configured, and is the
     * default for every annotated place in it. A setting that is there and wrong fails the test, and so does a
     * sign-in that is refused.
     *
     * @return whether to skip
     * @see EnabledIfOsduSignInConfigured
     */
    boolean disabledWithoutCredentials() default false;
}
