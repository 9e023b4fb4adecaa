package io.github.osdutoken.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.RefreshToken;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Tests in tests in tests. */
class NestingTestCase {

    @OsduRefreshToken
    private RefreshToken outer;

    @Nested
    class Inside {

        private final Supplier<AccessToken> ofConstructor;

        @OsduRefreshToken
        private RefreshToken inner;

        Inside(@OsduRefreshToken Supplier<AccessToken> tokens) {
            ofConstructor = tokens;
        }

        @Test
        void areSet() {
            assertThat(inner).isNotNull().isEqualTo(outer);
            assertThat(ofConstructor.get()).isNotNull();
        }

        @Nested
        class Deeper {

            @Test
            void areSet(@OsduRefreshToken RefreshToken token) {
                assertThat(token).isNotNull().isEqualTo(inner).isEqualTo(outer);
            }
        }
    }
}
