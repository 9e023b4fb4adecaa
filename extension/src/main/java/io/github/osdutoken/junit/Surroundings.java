package io.github.osdutoken.junit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What stands around an annotated place and gives it defaults, nearest first: the method of a parameter; then the test
 * class, the extensions registered in it, its interfaces and superclasses; then the same of each class it is nested in.
 */
final class Surroundings {

    private final List<Class<?>> testClasses;
    private final List<Object> testInstances;
    private final boolean exact;

    /**
     * Make the surroundings of a test class.
     *
     * @param testClasses the class and those it is nested in, innermost first
     * @param testInstances the instances of them that there are
     * @param exact whether it is an error that one of several registered extensions is meant, and not said which
     */
    Surroundings(List<Class<?>> testClasses, List<Object> testInstances, boolean exact) {
        this.testClasses = testClasses;
        this.testInstances = testInstances;
        this.exact = exact;
    }

    static Surroundings of(ExtensionContext context, boolean exact) {
        Set<Class<?>> testClasses = new LinkedHashSet<>();
        // The contexts know the classes as they run; reflection knows where they were written.
        for (Optional<ExtensionContext> next = Optional.of(context);
                next.isPresent();
                next = next.get().getParent()) {
            next.get().getTestClass().ifPresent(testClasses::add);
        }
        List<Object> instances = new ArrayList<>();
        context.getTestInstances().ifPresent(all -> instances.addAll(all.getAllInstances()));
        return new Surroundings(List.copyOf(testClasses), instances, exact);
    }

    /** Return what is asked for by a parameter, annotated or not. */
    Demand at(Parameter parameter) {
        Class<?> declaring = parameter.getDeclaringExecutable().getDeclaringClass();
        Demand own = Reflected.of(declaring).writtenOn(parameter);
        return parameter.getDeclaringExecutable() instanceof Method method
                ? around(own.orElse(writtenOn(method)), declaring)
                : around(own, declaring);
    }

    /** Return what is asked for by a field. */
    Demand at(Field field) {
        return around(Reflected.of(field.getDeclaringClass()).writtenOn(field), field.getDeclaringClass());
    }

    /**
     * Return a place's type in the test class that has the place, be it inherited or its own, and those around that.
     *
     * @param written the type as it is written
     * @param member the field, or the executable of the parameter
     */
    DeclaredType type(Type written, Member member) {
        Class<?> declaring = member.getDeclaringClass();
        return new DeclaredType(
                written,
                testClasses.stream()
                        .dropWhile(testClass -> !declaring.isAssignableFrom(testClass))
                        .toList());
    }

    /** Return what is asked for by a test method or test class. */
    Demand at(AnnotatedElement element) {
        return element instanceof Method method
                ? around(writtenOn(method), method.getDeclaringClass())
                : around(Demand.NONE, (Class<?>) element);
    }

    /** Begin at the class that declares the place: what is nested in it has no say there, what extends it has. */
    private Demand around(Demand place, Class<?> declaring) {
        Demand demand = place;
        boolean begun = false;
        for (Class<?> testClass : testClasses) {
            begun |= declaring.isAssignableFrom(testClass);
            if (begun) {
                demand = withClass(demand, testClass);
            }
        }
        return demand;
    }

    private Demand withClass(Demand near, @Nullable Class<?> type) {
        if (type == null) {
            return near;
        }
        Demand demand = near.orElse(Reflected.of(type).writtenOn(type));
        demand = demand.orElse(RegisteredDefaults.in(type, testInstances, demand, exact));
        for (Class<?> above : type.getInterfaces()) {
            demand = withClass(demand, above);
        }
        return withClass(demand, type.getSuperclass());
    }

    private static Demand writtenOn(Method method) {
        return Reflected.of(method.getDeclaringClass()).writtenOn(method);
    }
}
