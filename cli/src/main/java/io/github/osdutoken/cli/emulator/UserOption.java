package io.github.osdutoken.cli.emulator;

import io.github.osdutoken.emulator.EmulatorBuilder;
import io.github.osdutoken.emulator.EmulatorUser.Condition;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code --user NAME:CONDITION,…}: who meets what on the way to the redirect.
 *
 * @param profile the user's profile
 * @param conditions what the user meets, in this order
 */
record UserOption(String profile, List<Condition> conditions) {

    void addTo(EmulatorBuilder builder) {
        builder.user(profile, conditions.toArray(Condition[]::new));
    }

    /** Reads the option's value. */
    static final class Reader implements ITypeConverter<UserOption> {

        @Override
        public UserOption convert(String text) {
            String[] parts = text.split(":", 2);
            if (!parts[0].matches("[A-Za-z0-9_-]+")) {
                throw new TypeConversionException(
                        "'" + parts[0] + "' is no name of a user: letters, digits, - and _ only");
            }
            List<Condition> conditions = parts.length == 1
                    ? List.of()
                    : Arrays.stream(parts[1].split(",", -1))
                            .map(name -> Names.find(Condition.class, "a condition", name))
                            .toList();
            if (conditions.stream().distinct().count() < conditions.size()) {
                throw new TypeConversionException("'" + parts[1] + "' names a condition twice");
            }
            return new UserOption(parts[0], conditions);
        }
    }
}
