package io.github.osdutoken.cache;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** What an account's files are sealed with (AES-256-GCM, NIST SP 800-38D) and named by. */
final class AccountKey {

    static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int NAME_BYTES = 16;

    private final SecretKeySpec content;
    private final SecretKeySpec names;

    AccountKey(byte[] derived) {
        SecretKeySpec master = new SecretKeySpec(derived, "HmacSHA256");
        content = new SecretKeySpec(mac(master, "content".getBytes(StandardCharsets.UTF_8)), "AES");
        names = new SecretKeySpec(mac(master, "names".getBytes(StandardCharsets.UTF_8)), "HmacSHA256");
        Arrays.fill(derived, (byte) 0);
    }

    /** Return a name that tells nothing, and which nobody finds with another secret. */
    String name(byte[] identity) {
        return HexFormat.of().formatHex(mac(names, identity), 0, NAME_BYTES);
    }

    static byte[] nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        return nonce;
    }

    byte[] seal(byte[] nonce, byte[] bound, byte[] plain) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, nonce, bound).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    byte[] open(byte[] nonce, byte[] bound, byte[] sealed) throws UnreadableFileException {
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, bound).doFinal(sealed);
        } catch (AEADBadTagException | ProviderException e) { // the latter: shorter than a tag (JDK 17)
            throw new UnreadableFileException("it was changed, or belongs in another place");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, content, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }

    private static byte[] mac(SecretKeySpec key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA-256", e);
        }
    }

    /** Return {@code <redacted>}, always. */
    @Override
    public String toString() {
        return "<redacted>";
    }
}
