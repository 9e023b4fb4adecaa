package io.github.osdutoken.junit;

import io.github.osdutoken.AccessToken;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The declared type of an annotated place. A variable of a generic superclass or interface stands for what the test class
 * makes of it.
 *
 * @param written the type as it is written
 * @param testClasses the test class that has the place and those it is nested in, innermost first
 */
record DeclaredType(Type written, List<Class<?>> testClasses) {

    /** Return the type in the test class; a variable that it leaves open stays one. */
    Type resolved() {
        return resolve(written);
    }

    /** Tell whether it is a supplier for which access tokens will do; Kotlin writes {@code Supplier<? extends AccessToken>}. */
    boolean isSupplierOfAccessTokens() {
        Type type = resolved();
        if (type == Supplier.class) {
            // Raw, or a parameter of an inner class's constructor: there reflection knows no type arguments unless the
            // class was compiled with -parameters.
            return true;
        }
        return type instanceof ParameterizedType supplier
                && supplier.getRawType() == Supplier.class
                && isAccessToken(resolve(supplier.getActualTypeArguments()[0]));
    }

    private boolean isAccessToken(Type supplied) {
        if (supplied instanceof WildcardType wildcard) {
            return Arrays.stream(wildcard.getUpperBounds())
                            .map(this::resolve)
                            .allMatch(DeclaredType::isAboveAccessToken)
                    && Arrays.stream(wildcard.getLowerBounds())
                            .map(this::resolve)
                            .allMatch(AccessToken.class::equals);
        }
        return supplied == AccessToken.class;
    }

    private static boolean isAboveAccessToken(Type bound) {
        return bound instanceof Class<?> above && above.isAssignableFrom(AccessToken.class);
    }

    /** Go from the class that declares a variable down to the test class, until it is no variable any more. */
    private Type resolve(Type type) {
        Type resolved = type;
        while (resolved instanceof TypeVariable<?> variable) {
            Optional<Type> argument = argument(variable);
            if (argument.isEmpty()) {
                return type;
            }
            resolved = argument.get();
        }
        return resolved;
    }

    private Optional<Type> argument(TypeVariable<?> variable) {
        return testClasses.stream()
                .flatMap(DeclaredType::above)
                .filter(ParameterizedType.class::isInstance)
                .map(ParameterizedType.class::cast)
                .filter(above -> above.getRawType() == variable.getGenericDeclaration())
                .findFirst()
                .map(above -> above.getActualTypeArguments()[
                        List.of(variable.getGenericDeclaration().getTypeParameters())
                                .indexOf(variable)]);
    }

    private static Stream<Type> above(Class<?> type) {
        return Stream.concat(Stream.ofNullable(type.getGenericSuperclass()), Stream.of(type.getGenericInterfaces()))
                .flatMap(above -> Stream.concat(Stream.of(above), above(raw(above))));
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
    }

    /** Return the name as it is written, for messages. */
    @Override
    public String toString() {
        return written.getTypeName();
    }
}
