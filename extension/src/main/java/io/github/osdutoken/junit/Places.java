package io.github.osdutoken.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** The annotated places that decide about a test class or a test method: what fails there fails all of it. */
final class Places {

    private static final List<Class<? extends Annotation>> AROUND_TESTS =
            List.of(BeforeAll.class, BeforeEach.class, AfterEach.class, AfterAll.class);

    private final Surroundings surroundings;

    Places(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Return what the class or method itself asks for, and each annotated place that belongs to all of it. */
    Stream<Demand> of(AnnotatedElement element) {
        return Stream.concat(Stream.of(surroundings.at(element)), in(element));
    }

    /** Return each annotated place that belongs to all of the class or method. */
    Stream<Demand> in(AnnotatedElement element) {
        return element instanceof Class<?> testClass ? ofAllTests(testClass) : ofParameters((Method) element);
    }

    private Stream<Demand> ofAllTests(Class<?> testClass) {
        Stream<Demand> fields =
                Reflected.of(testClass).annotatedFields().stream().map(surroundings::at);
        Stream<Executable> constructors = Arrays.stream(testClass.getDeclaredConstructors());
        Stream<Executable> methods = AROUND_TESTS.stream()
                .flatMap(kind ->
                        AnnotationSupport.findAnnotatedMethods(testClass, kind, HierarchyTraversalMode.TOP_DOWN)
                                .stream());
        return Stream.concat(fields, Stream.concat(constructors, methods).flatMap(this::ofParameters));
    }

    private Stream<Demand> ofParameters(Executable executable) {
        return Arrays.stream(executable.getParameters())
                .filter(parameter -> AnnotationSupport.isAnnotated(parameter, OsduRefreshToken.class))
                .map(surroundings::at);
    }
}
