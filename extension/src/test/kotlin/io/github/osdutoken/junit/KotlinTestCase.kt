package io.github.osdutoken.junit

import io.github.osdutoken.AccessToken
import io.github.osdutoken.OsduSession
import io.github.osdutoken.RefreshToken
import java.util.function.Supplier
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.BeforeAll
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Nested
import org.junit.jupiter.api.Test

interface WithToken {

    @BeforeEach
    fun before(@OsduRefreshToken token: AccessToken) {
        assertThat(AtSharedEmulator.user(token)).isEqualTo(AtSharedEmulator.VIEWER)
    }
}

/** What a test in Kotlin looks like. */
@OsduRefreshToken(profile = "viewer")
class KotlinTestCase(
    @OsduRefreshToken private val ofConstructor: RefreshToken,
    @param:OsduRefreshToken private val ofParameter: RefreshToken,
) : WithToken {

    @OsduRefreshToken
    private lateinit var field: RefreshToken

    @OsduRefreshToken
    lateinit var supplier: Supplier<AccessToken>

    companion object {

        @OsduRefreshToken
        @JvmStatic
        private lateinit var ofAll: RefreshToken

        @BeforeAll
        @JvmStatic
        fun beforeAll(@OsduRefreshToken token: RefreshToken) {
            assertThat(ofAll).isEqualTo(token)
        }
    }

    @Test
    fun `has its tokens`(@OsduRefreshToken session: OsduSession, @OsduRefreshToken tokens: Supplier<AccessToken>) {
        assertThat(field).isEqualTo(ofConstructor).isEqualTo(ofParameter).isEqualTo(ofAll)
        assertThat(session.accessToken()).isEqualTo(supplier.get()).isEqualTo(tokens.get())
    }

    @Nested
    inner class Inside(@OsduRefreshToken private val token: RefreshToken) {

        @Test
        fun `has its own and those around`() {
            assertThat(token).isEqualTo(field)
        }
    }
}
