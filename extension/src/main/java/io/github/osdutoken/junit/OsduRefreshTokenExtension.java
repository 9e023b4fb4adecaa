package io.github.osdutoken.junit;

import io.github.osdutoken.SignInException;
import java.lang.reflect.Field;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ModifierSupport;

/**
 * Puts tokens where {@link OsduRefreshToken} is. The annotation registers it; there is no need to name it.
 *
 * <p>It has no state: what is known of a user is kept by the core, for the whole JVM.
 *
 * @since 0.1
 */
public final class OsduRefreshTokenExtension implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

    /** Make the extension; JUnit does. */
    public OsduRefreshTokenExtension() {}

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
        injectFields(context, context.getRequiredTestClass(), null, ModifierSupport::isStatic);
    }

    /**
     * Set the annotated instance fields, of enclosing test instances, too.
     *
     * @throws SignInException if no token can be had
     */
    @Override
    public void beforeEach(ExtensionContext context) {
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            injectFields(context, instance.getClass(), instance, ModifierSupport::isNotStatic);
        }
    }

    /** Claim exactly the annotated parameters, whatever their type. */
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.isAnnotated(OsduRefreshToken.class);
    }

    /**
     * Return what the parameter's type asks for.
     *
     * @throws SignInException if no token can be had
     * @throws ExtensionConfigurationException if the type is not supported
     */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        OsduRefreshToken annotation =
                parameter.findAnnotation(OsduRefreshToken.class).orElseThrow();
        // JUnit's own message adds which parameter of which method.
        return new Injection(annotation, context).of(parameter.getParameter().getParameterizedType(), "a parameter");
    }

    private static void injectFields(
            ExtensionContext context, Class<?> testClass, @Nullable Object instance, Predicate<Field> which) {
        for (Field field : AnnotationSupport.findAnnotatedFields(testClass, OsduRefreshToken.class, which)) {
            OsduRefreshToken annotation = AnnotationSupport.findAnnotation(field, OsduRefreshToken.class)
                    .orElseThrow();
            if (field.getDeclaringClass().isRecord() && instance != null) {
                continue; // a component's annotation is on the constructor's parameter, too, and that is resolved
            }
            if (ModifierSupport.isFinal(field)) {
                throw new ExtensionConfigurationException(
                        "@OsduRefreshToken cannot set field [" + field + "]: it is final. Remove 'final', or put the"
                                + " annotation on a parameter of the constructor.");
            }
            Object value = new Injection(annotation, context).of(field.getGenericType(), "field [" + field + "]");
            try {
                field.setAccessible(true);
                field.set(instance, value);
            } catch (ReflectiveOperationException | RuntimeException e) {
                throw new ExtensionConfigurationException(
                        "@OsduRefreshToken cannot set field [" + field + "]: " + e.getMessage()
                                + ". If the test is in a named module, open its package to"
                                + " io.github.osdutoken.junit.",
                        e);
            }
        }
    }
}
