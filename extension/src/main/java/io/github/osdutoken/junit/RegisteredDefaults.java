package io.github.osdutoken.junit;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** What extensions that were built and registered in a class say to the places in it. */
final class RegisteredDefaults {

    private RegisteredDefaults() {}

    /** Tell whether a class's or its superclasses' fields may hold any, without looking into them. */
    static boolean mayBeIn(Class<?> type) {
        return Reflected.of(type).mayHaveExtensions();
    }

    /** Tell whether the classes that a context is in may have any. */
    static boolean mayBeAround(ExtensionContext context) {
        for (Optional<ExtensionContext> next = Optional.of(context);
                next.isPresent();
                next = next.get().getParent()) {
            if (next.get().getTestClass().filter(RegisteredDefaults::mayBeIn).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** To look into another's field would initialize a class for nothing. */
    static boolean mayHoldOurs(Field field) {
        return field.getType().isAssignableFrom(OsduRefreshTokenExtension.class);
    }

    /**
     * Find the defaults that a class's own fields hold.
     *
     * @param type the class
     * @param instances test instances, among them perhaps one of the class
     * @param near what is known already: of several extensions, the one with its profile is meant
     * @param exact whether it is an error that nobody says which one is meant
     * @throws ExtensionConfigurationException if it is
     */
    static Demand in(Class<?> type, List<Object> instances, Demand near, boolean exact) {
        if (Reflected.of(type).ownExtensionFields().isEmpty()) {
            return Demand.NONE;
        }
        List<Demand> all = new ArrayList<>();
        for (Field field : Reflected.of(type).ownExtensionFields()) {
            Stream<?> owners = ModifierSupport.isStatic(field)
                    ? Stream.of(type)
                    : instances.stream().filter(type::isInstance);
            owners.map(owner ->
                            ReflectionSupport.tryToReadFieldValue(field, owner).toOptional())
                    .flatMap(value -> value.stream())
                    .filter(OsduRefreshTokenExtension.class::isInstance)
                    .map(value -> ((OsduRefreshTokenExtension) value).defaults())
                    .forEach(all::add);
        }
        if (all.size() > 1 && near.profile().isBlank() && exact) {
            throw new ExtensionConfigurationException("Several extensions of OsduRefreshTokenExtension.builder() are"
                    + " registered in " + type.getName() + ", and @OsduRefreshToken does not say which one is meant."
                    + " Name the profile of one of them, as in @OsduRefreshToken(profile = \""
                    + all.get(0).profileName() + "\").");
        }
        return all.stream()
                .filter(demand -> all.size() == 1 || demand.profileName().equals(near.profile()))
                .findFirst()
                .orElse(Demand.NONE);
    }
}
