package io.github.osdutoken.junit;

import java.lang.reflect.Field;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ModifierSupport;

/** Sets annotated fields. */
final class Fields {

    private final ExtensionContext context;

    Fields(ExtensionContext context) {
        this.context = context;
    }

    /** Tell whether there is anything to be set: most test classes have no such field. */
    boolean areIn(Class<?> testClass) {
        return !Reflected.of(testClass).annotatedFields().isEmpty();
    }

    void setStatic(Class<?> testClass) {
        set(testClass, null, ModifierSupport::isStatic);
    }

    void set(Object instance) {
        set(instance.getClass(), instance, ModifierSupport::isNotStatic);
    }

    private void set(Class<?> testClass, @Nullable Object instance, Predicate<Field> which) {
        for (Field field : Reflected.of(testClass).annotatedFields()) {
            if (!which.test(field)) {
                continue;
            }
            if (instance != null && ModifierSupport.isFinal(field) && isOfConstructor(field)) {
                continue; // the constructor's parameter was resolved, and has set it
            }
            if (ModifierSupport.isFinal(field)) {
                throw isFinal(field);
            }
            Surroundings surroundings = Surroundings.of(context, true);
            Demand demand = surroundings.at(field);
            // Some versions of JUnit register the extension of an instance's field too late for its condition.
            MissingCredentials.of(demand, context).ifPresent(Assumptions::abort);
            Object value = new Injection(demand, context)
                    .of(surroundings.type(field.getGenericType(), field), "field [" + field + "]");
            set(field, instance, value);
        }
    }

    private static ExtensionConfigurationException isFinal(Field field) {
        return new ExtensionConfigurationException("@OsduRefreshToken cannot set field [" + field + "]: "
                + (field.getDeclaringClass().isInterface()
                        ? "it is an interface's, and so final. Declare it in a class, or put the annotation on a"
                                + " parameter of a method."
                        : "it is final. Remove 'final', or put the annotation on a parameter of the constructor."));
    }

    /** A record's component, and a property in Kotlin's primary constructor, may annotate parameter and field at once. */
    private static boolean isOfConstructor(Field field) {
        return Stream.of(field.getDeclaringClass().getDeclaredConstructors())
                .flatMap(constructor -> Stream.of(constructor.getParameters()))
                .anyMatch(parameter -> parameter.getType() == field.getType()
                        && AnnotationSupport.isAnnotated(parameter, OsduRefreshToken.class));
    }

    private static void set(Field field, @Nullable Object instance, Object value) {
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
