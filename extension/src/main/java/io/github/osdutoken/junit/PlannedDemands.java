package io.github.osdutoken.junit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Finds whose tokens the tests of a plan are going to ask for, from annotations alone: no test class is initialized for
 * it. Where annotations do not tell, nothing is found.
 */
final class PlannedDemands {

    /** Without credentials there is nothing to be got, and it is not. */
    private static final Set<Class<? extends Extension>> OURS =
            Set.of(OsduRefreshTokenExtension.class, SignInConfiguredCondition.class);

    /** The engine of {@code @Suite}, whose classes may have configuration parameters that no plan tells. */
    private static final Optional<String> SUITES = Optional.of("junit-platform-suite");

    private final TestPlan plan;
    private final Set<Demand> demands = new LinkedHashSet<>();

    private PlannedDemands(TestPlan plan) {
        this.plan = plan;
    }

    /** Return each user and scope once, in the plan's order. */
    static Set<Demand> of(TestPlan plan) {
        PlannedDemands planned = new PlannedDemands(plan);
        plan.getRoots().stream()
                .filter(root -> !SUITES.equals(root.getUniqueIdObject().getEngineId()))
                .forEach(root -> planned.visit(root, List.of()));
        return planned.demands;
    }

    /** Go through what is below a test class, with the class and those it is nested in, innermost first. */
    private void visit(TestIdentifier identifier, List<Class<?>> around) {
        List<Class<?>> testClasses = around;
        TestSource source = identifier.getSource().orElse(null);
        if (source instanceof ClassSource inClass) {
            testClasses = new ArrayList<>(List.of(inClass.getJavaClass()));
            testClasses.addAll(around);
            if (mayNotRun(inClass.getJavaClass()) || RegisteredDefaults.mayBeIn(inClass.getJavaClass())) {
                return;
            }
            add(inClass.getJavaClass(), testClasses);
        } else if (source instanceof MethodSource inMethod && !around.isEmpty()) {
            Method method = inMethod.getJavaMethod();
            if (!mayNotRun(method)) {
                add(method, testClasses);
            }
        }
        for (TestIdentifier child : plan.getChildren(identifier)) {
            visit(child, testClasses);
        }
    }

    private void add(AnnotatedElement element, List<Class<?>> testClasses) {
        new Places(new Surroundings(testClasses, List.of(), false))
                .in(element).stream()
                        .filter(demand -> !demand.fresh())
                        .map(demand ->
                                new Demand(demand.profileName(), demand.scope(), false, false, demand.settings()))
                        .forEach(demands::add);
    }

    /** Tell whether it is disabled, or has a condition: whether that holds is found out when its turn comes. */
    private static boolean mayNotRun(AnnotatedElement element) {
        return AnnotationSupport.isAnnotated(element, Disabled.class)
                || AnnotationSupport.findRepeatableAnnotations(element, ExtendWith.class).stream()
                        .flatMap(annotation -> Arrays.stream(annotation.value()))
                        .anyMatch(extension ->
                                ExecutionCondition.class.isAssignableFrom(extension) && !OURS.contains(extension));
    }
}
