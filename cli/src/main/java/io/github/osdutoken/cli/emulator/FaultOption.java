package io.github.osdutoken.cli.emulator;

import io.github.osdutoken.emulator.Faults;
import io.github.osdutoken.emulator.Faults.Failure;
import io.github.osdutoken.emulator.Faults.Step;
import io.github.osdutoken.emulator.Quirk;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code --fault QUIRK} or {@code --fault STEP=FAILURE[:TIMES]} or {@code --fault STEP=SECONDSs}: what goes wrong. */
@FunctionalInterface
interface FaultOption {

    void switchOn(Faults faults);

    /** Reads the option's value. */
    final class Reader implements ITypeConverter<FaultOption> {

        private static final Pattern AT_STEP = Pattern.compile(
                "(?<step>[^=]+)=(?:(?<seconds>\\d{1,4})s|(?<failure>[A-Za-z-]+|\\?)(?::(?<times>[1-9]\\d{0,5}))?)");

        @Override
        public FaultOption convert(String text) {
            if (!text.contains("=")) {
                Quirk quirk = Names.find(Quirk.class, "a quirk", text);
                return faults -> faults.on(quirk);
            }
            Matcher matcher = AT_STEP.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException(
                        "'" + text + "' is no fault such as token=unavailable, token=unavailable:2 or discovery=5s");
            }
            Step step = Names.find(Step.class, "a step", matcher.group("step"));
            if (matcher.group("seconds") != null) {
                Duration delay = Duration.ofSeconds(Long.parseLong(matcher.group("seconds")));
                return faults -> faults.delay(step, delay);
            }
            Failure failure = Names.find(Failure.class, "a failure", matcher.group("failure"));
            String times = matcher.group("times");
            int count = times == null ? Integer.MAX_VALUE : Integer.parseInt(times);
            return faults -> faults.fail(step, failure, count);
        }
    }
}
