package io.github.osdutoken.systemtests;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.github.osdutoken.SignInException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How code is arranged here, each rule with its reason. */
final class HouseRules {

    private static final String ROOT = "io.github.osdutoken";

    private static final DescribedPredicate<JavaClass> CORE = resideInAnyPackage(ROOT + "..")
            .and(resideOutsideOfPackages(ROOT + ".emulator..", ROOT + ".cli..", ROOT + ".junit.."))
            .as("in the core");

    private static final DescribedPredicate<JavaClass> FRONT_DOOR = simpleName("Profile")
            .or(simpleName("TokenSource"))
            .or(simpleName("Acquisition"))
            .or(simpleName("OsduSession"))
            .as("Profile, TokenSource, Acquisition or OsduSession");

    static final ArchRule BROWSER_ALONE_KNOWS_SELENIUM = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".browser..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.openqa.selenium..", "io.github.bonigarcia..")
            .because("one package is to be changed when a browser or Selenium changes");

    static final ArchRule ONLY_THE_EXTENSION_KNOWS_JUNIT = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".junit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "org.opentest4j..", "org.apiguardian..")
            .because("other frameworks, the command line and scripts use the core without JUnit");

    static final ArchRule NO_PACKAGE_CYCLES = slices().matching(ROOT + ".(*)..")
            .should()
            .beFreeOfCycles()
            .because("a token's way goes in one direction, and so must the reader's");

    static final ArchRule NO_PACKAGE_CYCLES_IN_THE_EMULATOR = slices().matching(ROOT + ".emulator.(*)..")
            .should()
            .beFreeOfCycles()
            .because("Entra ID, OAuth and OSDU are three things, and each can be read alone");

    static final ArchRule VALUES_DEPEND_ON_NOTHING_BELOW = noClasses()
            .that()
            .resideInAPackage(ROOT)
            .and(DescribedPredicate.not(are(FRONT_DOOR)))
            .and()
            .haveNameNotMatching(".*\\.(Profile|TokenSource|Acquisition|OsduSession)\\$.*")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".*..")
            .because("what users hold in their hands must not drag the machinery along");

    static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".cli..")
            .should(ACCESS_STANDARD_STREAMS)
            .because("a library's words go to the user's log");

    static final ArchRule ONLY_THE_COMMAND_LINE_CONFIGURES_LOGGING = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".cli..")
            .should(USE_JAVA_UTIL_LOGGING)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .because("a library logs through SLF4J, to where its user wants it");

    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED =
            Packages.all().should(Packages.beNullMarked()).because("NullAway checks nothing elsewhere");

    static final ArchRule RECORDS_WITH_SECRETS_SAY_HOW_THEY_PRINT = classes()
            .that()
            .areRecords()
            .should(Records.printTheirSecretsByTheirOwnToString())
            .because("a record's own toString prints every component");

    static final ArchRule NOBODY_SLEEPS = noClasses()
            .should()
            .callMethodWhere(target(name("sleep"))
                    .and(target(owner(type(Thread.class).or(type(TimeUnit.class))))))
            .because("a wait is for an event, with a deadline");

    static final ArchRule ONE_EXCEPTION_FAMILY = classes()
            .that(are(CORE))
            .and()
            .areAssignableTo(Throwable.class)
            .and()
            .haveModifier(PUBLIC)
            .should()
            .beAssignableTo(SignInException.class)
            .because("users catch one type and ask for its reason");

    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS = noClasses()
            .should(be(simpleNameEndingWith("Utils")
                    .or(simpleNameEndingWith("Util"))
                    .or(simpleNameEndingWith("Helper"))
                    .or(simpleNameEndingWith("Manager"))
                    .or(simpleNameEndingWith("Impl"))
                    .as("called Utils, Helper, Manager or Impl")))
            .because("such a name says that nobody knew what the class is");

    private HouseRules() {}

    static List<ArchRule> all() {
        return List.of(
                BROWSER_ALONE_KNOWS_SELENIUM,
                ONLY_THE_EXTENSION_KNOWS_JUNIT,
                NO_PACKAGE_CYCLES,
                NO_PACKAGE_CYCLES_IN_THE_EMULATOR,
                VALUES_DEPEND_ON_NOTHING_BELOW,
                ONLY_THE_COMMAND_LINE_PRINTS,
                ONLY_THE_COMMAND_LINE_CONFIGURES_LOGGING,
                EVERY_PACKAGE_IS_NULL_MARKED,
                RECORDS_WITH_SECRETS_SAY_HOW_THEY_PRINT,
                NOBODY_SLEEPS,
                ONE_EXCEPTION_FAMILY,
                NAMES_SAY_WHAT_A_CLASS_IS);
    }
}
