package io.github.osdutoken.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrowthLawTests {

    @Test
    void findsTheLineThroughPointsThatAreOnOne() {
        GrowthLaw law = new GrowthLaw(new double[] {1, 4, 16, 64}, new double[] {5, 11, 35, 131});

        assertThat(law.text(1, "s", "users")).isEqualTo("3.0 s + 2.0 s × users; the farthest point is 0 % off");
    }

    @Test
    void tellsHowFarTheFarthestPointIsFromIt() {
        GrowthLaw law = new GrowthLaw(new double[] {1, 2, 3}, new double[] {1, 5, 3});

        assertThat(law.at(2)).isEqualTo(3);
        assertThat(law.text(0, "MB", "JVMs")).endsWith("the farthest point is 67 % off");
    }
}
