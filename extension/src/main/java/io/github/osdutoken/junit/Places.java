package io.github.osdutoken.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
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
    List<Demand> of(AnnotatedElement element) {
        List<Demand> demands = new ArrayList<>();
        demands.add(surroundings.at(element));
        demands.addAll(in(element));
        return demands;
    }

    /** Return each annotated place that belongs to all of the class or method. */
    List<Demand> in(AnnotatedElement element) {
        List<Demand> demands = new ArrayList<>();
        if (element instanceof Class<?> testClass) {
            Reflected.of(testClass).annotatedFields().forEach(field -> demands.add(surroundings.at(field)));
            for (Executable executable : testClass.getDeclaredConstructors()) {
                addParameters(executable, demands);
            }
            for (Class<? extends Annotation> kind : AROUND_TESTS) {
                AnnotationSupport.findAnnotatedMethods(testClass, kind, HierarchyTraversalMode.TOP_DOWN)
                        .forEach(method -> addParameters(method, demands));
            }
        } else {
            addParameters((Method) element, demands);
        }
        return demands;
    }

    private void addParameters(Executable executable, List<Demand> demands) {
        for (Parameter parameter : Reflected.of(executable.getDeclaringClass()).annotatedParameters(executable)) {
            demands.add(surroundings.at(parameter));
        }
    }
}
