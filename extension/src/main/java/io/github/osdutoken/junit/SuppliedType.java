package io.github.osdutoken.junit;

import io.github.osdutoken.AccessToken;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a declared type supplies.
 *
 * @param type the type argument of a {@link Supplier}, or {@code null} when the declared type is not one
 */
record SuppliedType(@Nullable Type type) {

    static SuppliedType of(Type declared) {
        if (declared == Supplier.class) {
            // Raw, or a parameter of an inner class's constructor: there reflection knows no type arguments unless the
            // class was compiled with -parameters.
            return new SuppliedType(AccessToken.class);
        }
        boolean supplier = declared instanceof ParameterizedType type && type.getRawType() == Supplier.class;
        return new SuppliedType(supplier ? ((ParameterizedType) declared).getActualTypeArguments()[0] : null);
    }

    /** Tell whether access tokens will do; Kotlin writes {@code Supplier<? extends AccessToken>}. */
    boolean isAccessToken() {
        if (type instanceof WildcardType wildcard) {
            return Arrays.stream(wildcard.getUpperBounds()).allMatch(SuppliedType::isAboveAccessToken)
                    && Arrays.stream(wildcard.getLowerBounds()).allMatch(AccessToken.class::equals);
        }
        return type == AccessToken.class;
    }

    private static boolean isAboveAccessToken(Type bound) {
        return bound instanceof Class<?> above && above.isAssignableFrom(AccessToken.class);
    }
}
