package io.github.osdutoken.benchmarks;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.Profile;
import io.github.osdutoken.TokenSource;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A token that the process has already. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class MemoryInjection {

    private final TokenSource source = TokenSource.of(Profile.load());

    /** Read the file, so that all that follows comes from memory. */
    @Setup
    public void warm() {
        source.accessToken();
    }

    /** Take a token from a source that is kept. */
    @Benchmark
    public AccessToken fromASource() {
        return source.accessToken();
    }

    /** Read the settings, make a source of them and take a token. */
    @Benchmark
    public AccessToken fromTheSettings() {
        return TokenSource.of(Profile.load()).accessToken();
    }
}
