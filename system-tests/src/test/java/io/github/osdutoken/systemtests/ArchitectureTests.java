package io.github.osdutoken.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The house's rules hold in all modules' main classes, and each would be noticed if it did not. */
class ArchitectureTests {

    private static final String ROOT = "io.github.osdutoken";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** Classes in this module's tests that break every rule. */
    private static final JavaClasses OFFENDERS = new ClassFileImporter()
            .withImportOption(Predefined.ONLY_INCLUDE_TESTS)
            .importPackages(ROOT);

    @ParameterizedTest
    @MethodSource("rules")
    void isKept(ArchRule rule) {
        rule.allowEmptyShould(false).check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isNoticedWhenBroken(ArchRule rule) {
        assertThat(rule.evaluate(OFFENDERS).hasViolation()).isTrue();
    }

    @Test
    void coversEveryModule() {
        assertThat(HOUSE.stream().map(type -> type.getPackageName()))
                .contains(ROOT, ROOT + ".signin", ROOT + ".emulator", ROOT + ".junit", ROOT + ".cli");
    }

    static Stream<Arguments> rules() {
        return HouseRules.all().stream().map(rule -> argumentSet(rule.getDescription(), rule));
    }
}
