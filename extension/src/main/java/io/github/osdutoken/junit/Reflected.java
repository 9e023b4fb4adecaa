package io.github.osdutoken.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;

/** What a class says in its code, found out once: to look for each of its tests takes longer than all the rest. */
final class Reflected {

    private static final ClassValue<Reflected> CLASSES = new ClassValue<>() {
        @Override
        protected Reflected computeValue(Class<?> type) {
            return new Reflected(type);
        }
    };

    private final List<Field> annotatedFields;
    private final List<Field> ownExtensionFields;
    private final boolean mayHaveExtensions;
    private final Map<AnnotatedElement, Demand> written = new ConcurrentHashMap<>();
    private final Map<Executable, List<Parameter>> annotatedParameters = new ConcurrentHashMap<>();

    private Reflected(Class<?> type) {
        // JUnit before 5.11 leaves out a superclass's field that another one of its name hides; a class's own it finds.
        annotatedFields = withAbove(type)
                .flatMap(above -> AnnotationSupport.findAnnotatedFields(
                        above, OsduRefreshToken.class, field -> field.getDeclaringClass() == above)
                        .stream())
                .toList();
        ownExtensionFields = AnnotationSupport.findAnnotatedFields(
                type,
                RegisterExtension.class,
                field -> field.getDeclaringClass() == type && RegisteredDefaults.mayHoldOurs(field));
        mayHaveExtensions = !AnnotationSupport.findAnnotatedFields(
                        type, RegisterExtension.class, RegisteredDefaults::mayHoldOurs)
                .isEmpty();
    }

    private static Stream<Class<?>> withAbove(@Nullable Class<?> type) {
        if (type == null) {
            return Stream.empty();
        }
        Stream<Class<?>> above = Stream.concat(
                withAbove(type.getSuperclass()), Stream.of(type.getInterfaces()).flatMap(Reflected::withAbove));
        return Stream.concat(above, Stream.of(type)).distinct();
    }

    static Reflected of(Class<?> type) {
        return CLASSES.get(type);
    }

    /** Return the fields with our annotation, superclasses' included. */
    List<Field> annotatedFields() {
        return annotatedFields;
    }

    /** Return the fields of this very class that may hold an extension of ours. */
    List<Field> ownExtensionFields() {
        return ownExtensionFields;
    }

    /** Tell whether a field of this class, or of one above it, may hold an extension of ours. */
    boolean mayHaveExtensions() {
        return mayHaveExtensions;
    }

    /** Return which parameters of a method or constructor of this class have our annotation. */
    List<Parameter> annotatedParameters(Executable executable) {
        return annotatedParameters.computeIfAbsent(
                executable,
                found -> Arrays.stream(found.getParameters())
                        .filter(parameter -> AnnotationSupport.isAnnotated(parameter, OsduRefreshToken.class))
                        .toList());
    }

    /** Return what annotations on an element of this class say, our own first, then those made of it. */
    Demand writtenOn(AnnotatedElement element) {
        return written.computeIfAbsent(element, Reflected::read);
    }

    private static Demand read(AnnotatedElement element) {
        OsduRefreshToken own = element.getDeclaredAnnotation(OsduRefreshToken.class);
        Demand demand = own == null ? Demand.NONE : Demand.of(own);
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            demand = AnnotationSupport.findAnnotation(annotation.annotationType(), OsduRefreshToken.class)
                    .map(Demand::of)
                    .map(demand::orElse)
                    .orElse(demand);
        }
        return demand;
    }
}
