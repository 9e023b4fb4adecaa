package io.github.osdutoken.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Run the annotated test class or test method only where a sign-in is configured, and skip it elsewhere.
 *
 * <pre>{@code
 * @EnabledIfOsduSignInConfigured(profile = "editor")
 * class RecordTests { ... }
 * }</pre>
 *
 * <p>The reason of the skip names each setting that is missing, with its environment variables. A setting that is there
 * and wrong is not missing: it fails the test, and so does a sign-in that is refused. Nothing is sent to find out.
 *
 * <p>On a class it holds for the classes nested in it, too, and for subclasses. Where {@link OsduRefreshToken} is used
 * anyway, its {@link OsduRefreshToken#disabledWithoutCredentials() disabledWithoutCredentials} does the same for the
 * profile of each annotated place.
 *
 * @since 0.1
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(SignInConfiguredCondition.class)
public @interface EnabledIfOsduSignInConfigured {

    /**
     * Name the profile that has to be configured.
     *
     * @return the profile's name; by default the unnamed one
     */
    String profile() default "";
}
