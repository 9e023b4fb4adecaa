package io.github.osdutoken.junit;

import io.github.osdutoken.Profile;
import io.github.osdutoken.SignInException;
import io.github.osdutoken.TokenSource;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Puts tokens where {@link OsduRefreshToken} is. The annotation registers it; there is no need to name it.
 *
 * <p>To say in code what an annotation or a configuration would say, build one and register it. What is annotated in the
 * class, and in classes nested in it, takes it as its defaults:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final OsduRefreshTokenExtension osdu = OsduRefreshTokenExtension.builder()
 *         .profile("editor")
 *         .setting("osdu.timeout", "30s")
 *         .build();
 *
 * @Test
 * void stores(@OsduRefreshToken OsduSession session) { ... }
 *
 * @DynamicPropertySource
 * static void properties(DynamicPropertyRegistry registry) {
 *     registry.add("osdu.token", () -> osdu.tokens().accessToken().value());
 * }
 * }</pre>
 *
 * <p>The field is best static: JUnit learns of an instance's extension only after the constructor. An annotation on a
 * member, its method or its class wins over the extension; the extension wins over every other source of settings.
 *
 * <p>It has no state: what is known of a user is kept by the core, for the whole JVM.
 *
 * @since 0.1
 */
public final class OsduRefreshTokenExtension
        implements BeforeAllCallback, BeforeEachCallback, ParameterResolver, ExecutionCondition {

    private static final ConditionEvaluationResult ENABLED =
            ConditionEvaluationResult.enabled("No credentials are missing that may be");

    private final Demand defaults;

    /** Make the extension; JUnit does. */
    public OsduRefreshTokenExtension() {
        this(Demand.NONE);
    }

    private OsduRefreshTokenExtension(Demand defaults) {
        this.defaults = defaults;
    }

    /**
     * Begin to build an extension to be registered with {@link org.junit.jupiter.api.extension.RegisterExtension}.
     *
     * @return a builder without any setting
     */
    public static Builder builder() {
        return new Builder(Demand.NONE);
    }

    Demand defaults() {
        return defaults;
    }

    /**
     * Return the tokens of this extension's own profile, for code that runs without JUnit's help, such as Spring's
     * {@code @DynamicPropertySource}. Nothing is sent before the first token is asked for.
     *
     * <p>Of JUnit's configuration parameters, those in {@code junit-platform.properties} and among the system
     * properties are known here; what a launcher was given otherwise is not.
     *
     * @return the source
     * @throws SignInException if a setting is missing or wrong
     */
    public TokenSource tokens() {
        Profile profile = defaults.load(ConfigurationFile::get);
        return TokenSource.of(profile);
    }

    /** Skip what asks to be skipped without credentials, when there are none. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        AnnotatedElement element = context.getElement().orElse(null);
        if (element != null) {
            for (Demand demand : new Places(Surroundings.of(context, false)).of(element)) {
                Optional<String> missing = MissingCredentials.of(demand, context);
                if (missing.isPresent()) {
                    return ConditionEvaluationResult.disabled(missing.get());
                }
            }
        }
        return ENABLED;
    }

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    /**
     * Set the annotated static fields.
     *
     * @throws SignInException if no token can be had
     */
    @Override
    public void beforeAll(ExtensionContext context) {
        Fields fields = new Fields(context);
        Class<?> testClass = context.getRequiredTestClass();
        if (fields.areIn(testClass) && FirstAsked.is(context, context.getUniqueId(), this)) {
            fields.setStatic(testClass);
        }
    }

    /**
     * Set the annotated instance fields, of enclosing test instances, too.
     *
     * @throws SignInException if no token can be had
     */
    @Override
    public void beforeEach(ExtensionContext context) {
        Fields fields = new Fields(context);
        List<Object> instances = context.getRequiredTestInstances().getAllInstances();
        if (instances.stream().anyMatch(instance -> fields.areIn(instance.getClass()))
                && FirstAsked.is(context, context.getUniqueId(), this)) {
            instances.forEach(fields::set);
        }
    }

    /** Claim exactly the annotated parameters, whatever their type. */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(OsduRefreshToken.class) && FirstAsked.is(context, parameter, this);
    }

    /**
     * Return what the parameter's type asks for.
     *
     * @throws SignInException if no token can be had
     * @throws ExtensionConfigurationException if the type is not supported
     */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Surroundings surroundings = Surroundings.of(context, true);
        DeclaredType type =
                surroundings.type(parameter.getParameter().getParameterizedType(), parameter.getDeclaringExecutable());
        // JUnit's own message adds which parameter of which method.
        return new Injection(surroundings.at(parameter.getParameter()), context).of(type, "a parameter");
    }

    /** Say whose tokens these are, without any setting's value. */
    @Override
    public String toString() {
        return "OsduRefreshTokenExtension[profile " + defaults.profileName() + "]";
    }

    /**
     * Collects what an extension says. Immutable: each method returns a new builder.
     *
     * @since 0.1
     */
    public static final class Builder {

        private final Demand demand;

        private Builder(Demand demand) {
            this.demand = demand;
        }

        /**
         * Name the profile whose user signs in.
         *
         * @param profile the profile's name, {@code default} for the unnamed one
         * @return a new builder
         */
        public Builder profile(String profile) {
            return new Builder(new Demand(profile, "", false, false, Map.of()).orElse(demand));
        }

        /**
         * Ask for another scope than the configured one.
         *
         * @param scope scope values, space-separated
         * @return a new builder
         */
        public Builder scope(String scope) {
            return new Builder(new Demand("", scope, false, false, Map.of()).orElse(demand));
        }

        /**
         * Skip tests, instead of failing them, where no sign-in is configured.
         *
         * @return a new builder
         */
        public Builder disabledWithoutCredentials() {
            return new Builder(new Demand("", "", false, true, Map.of()).orElse(demand));
        }

        /**
         * Set a key for every profile that is asked for; it wins over every other source.
         *
         * @param key a key of the usage guide, such as {@code osdu.timeout}; one that does not exist, or is that of a
         *     secret, is refused when the first token is asked for. A secret comes from the environment or from a file
         *     that a key such as {@code osdu.password-file} names
         * @param value its value
         * @return a new builder
         */
        public Builder setting(String key, String value) {
            return new Builder(new Demand("", "", false, false, Map.of(key, value)).orElse(demand));
        }

        /**
         * Make the extension.
         *
         * @return an extension to be registered
         */
        public OsduRefreshTokenExtension build() {
            return new OsduRefreshTokenExtension(demand);
        }

        /** Say whose tokens are asked for, without any setting's value. */
        @Override
        public String toString() {
            return "Builder[profile " + demand.profileName() + "]";
        }
    }
}
