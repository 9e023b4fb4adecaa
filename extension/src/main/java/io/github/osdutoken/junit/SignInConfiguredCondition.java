package io.github.osdutoken.junit;

import io.github.osdutoken.ConfigurationException;
import java.lang.reflect.AnnotatedElement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides for {@link EnabledIfOsduSignInConfigured}. */
final class SignInConfiguredCondition implements ExecutionCondition {

    SignInConfiguredCondition() {}

    /** @throws ConfigurationException if something that is set is wrong */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<AnnotatedElement> element = context.getElement();
        return AnnotationSupport.findAnnotation(element, EnabledIfOsduSignInConfigured.class)
                .flatMap(annotation ->
                        MissingCredentials.of(new Demand(annotation.profile(), "", false, true, Map.of()), context))
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("A sign-in is configured"));
    }
}
