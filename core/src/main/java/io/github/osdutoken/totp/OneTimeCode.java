package io.github.osdutoken.totp;

import io.github.osdutoken.Secret;

/**
 * A one-time code, as it is typed: six to eight decimal digits, with leading zeros.
 *
 * @since 0.1
 */
public final class OneTimeCode extends Secret {

    OneTimeCode(String digits) {
        super(digits);
    }
}
