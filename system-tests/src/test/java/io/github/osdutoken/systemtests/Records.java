package io.github.osdutoken.systemtests;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.osdutoken.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a record prints. */
final class Records {

    private static final Set<String> SECRET_WORDS = Set.of("password", "secret", "token", "code", "verifier");

    private Records() {}

    static ArchCondition<JavaClass> printTheirSecretsByTheirOwnToString() {
        return new ArchCondition<>("have a toString of their own when they hold secrets") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                List<String> secrets = item.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC) && isSecret(field))
                        .map(JavaField::getName)
                        .toList();
                boolean kept = secrets.isEmpty() || hasOwnToString(item);
                events.add(new SimpleConditionEvent(
                        item, kept, item.getName() + (kept ? " keeps " : " would print ") + secrets));
            }
        };
    }

    private static boolean isSecret(JavaField field) {
        JavaClass type = field.getRawType();
        String name = field.getName().toLowerCase(Locale.ROOT);
        return type.isAssignableTo(Secret.class)
                || (type.isEquivalentTo(String.class) && SECRET_WORDS.stream().anyMatch(name::endsWith));
    }

    /** What the compiler adds stands on the record's own line, as its hashCode does; what somebody wrote does not. */
    private static boolean hasOwnToString(JavaClass item) {
        return line(item, "toString") != line(item, "hashCode");
    }

    private static int line(JavaClass item, String method) {
        return item.getMethod(method).getSourceCodeLocation().getLineNumber();
    }
}
