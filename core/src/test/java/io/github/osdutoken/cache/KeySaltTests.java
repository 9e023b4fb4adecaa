package io.github.osdutoken.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.SampleProfile;
import org.junit.jupiter.api.Test;

/** Keys take long to derive, so they are kept, and no longer than anybody has use for them. */
class KeySaltTests {

    private final KeySalt salt = KeySalt.random();

    @Test
    void derivesAKeyOnce() {
        assertThat(key("key-once@contoso.com", "pass-1")).isSameAs(key("KEY-ONCE@contoso.com", "pass-1"));
    }

    @Test
    void doesNotKeepTheKeyOfAFormerPassword() {
        AccountKey before = key("key-former@contoso.com", "pass-0");
        AccountKey somebodyElse = key("key-other@contoso.com", "pass-0");

        AccountKey after = key("key-former@contoso.com", "pass-1");

        assertThat(key("key-former@contoso.com", "pass-1")).isSameAs(after);
        assertThat(key("key-other@contoso.com", "pass-0")).isSameAs(somebodyElse);
        assertThat(key("key-former@contoso.com", "pass-0")).as("derived anew").isNotSameAs(before);
    }

    @Test
    void derivesTheSameKeyEachTime() {
        String name = key("key-same@contoso.com", "pass-0").name(new byte[] {1});
        key("key-same@contoso.com", "pass-1");

        assertThat(key("key-same@contoso.com", "pass-0").name(new byte[] {1})).isEqualTo(name);
    }

    @Test
    void isAnotherOneEachTime() {
        assertThat(KeySalt.random().bytes()).isNotEqualTo(KeySalt.random().bytes());
    }

    @Test
    void sealsWithAnotherNonceEachTime() {
        assertThat(AccountKey.nonce()).isNotEqualTo(AccountKey.nonce());
    }

    @Test
    void leavesNothingOfWhatAKeyWasMadeFrom() {
        byte[] derived = {1, 2, 3};
        AccountKey key = new AccountKey(derived);

        assertThat(derived).containsOnly(0);
        assertThat(key.name(new byte[0])).isNotEqualTo(new AccountKey(derived).name(new byte[0]));
    }

    private AccountKey key(String username, String password) {
        return salt.key(Account.of(SampleProfile.of(username, password)));
    }
}
