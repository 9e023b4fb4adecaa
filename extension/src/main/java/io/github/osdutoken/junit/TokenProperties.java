package io.github.osdutoken.junit;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * System properties, some of which are tokens: who knows a token's name can read it, and no listing has it. Reports are
 * made of listings: Surefire writes all system properties into its XML files.
 *
 * <p>The tokens are kept apart from the table that every method which lists, prints, stores or copies goes by. So such a
 * method of a later Java is safe, too.
 */
@SuppressWarnings("UnsynchronizedOverridesSynchronized") // reading may sign in: nobody must wait for a lock meanwhile
final class TokenProperties extends Properties {

    private static final long serialVersionUID = 1L;

    private transient Map<Object, Supplier<@Nullable String>> tokens = new ConcurrentHashMap<>();

    private TokenProperties() {}

    static TokenProperties of(Properties properties) {
        TokenProperties copy = new TokenProperties();
        copyInto(copy, properties);
        return copy;
    }

    /** Take on a token. A value that the property had would be mistaken for it, so it goes. */
    void hide(String name, Supplier<@Nullable String> token) {
        super.remove(name);
        tokens.put(name, token);
    }

    Properties withoutTokens() {
        Properties copy = new Properties();
        copyInto(copy, this);
        return copy;
    }

    private static void copyInto(Properties copy, Properties properties) {
        copy.putAll(properties);
        // and those that are there by default only
        properties.stringPropertyNames().forEach(name -> copy.put(name, properties.getProperty(name, "")));
    }

    @Override
    public @Nullable String getProperty(String key) {
        Supplier<@Nullable String> token = tokens.get(key);
        return token == null ? super.getProperty(key) : token.get();
    }

    @Override
    public @Nullable Object get(Object key) {
        Supplier<@Nullable String> token = tokens.get(key);
        return token == null ? super.get(key) : token.get();
    }

    @Override
    public @Nullable Object getOrDefault(Object key, @Nullable Object defaultValue) {
        Object value = get(key);
        return value == null ? defaultValue : value;
    }

    @Override
    public boolean containsKey(Object key) {
        return tokens.containsKey(key) ? get(key) != null : super.containsKey(key);
    }

    /** Set a property. A test that replaces a token for a while puts it back so, and it must not show up then. */
    @Override
    public @Nullable Object put(Object key, Object value) {
        if (!tokens.containsKey(key)) {
            return super.put(key, value);
        }
        Object before = get(key);
        tokens.put(key, value::toString);
        return before;
    }

    @Override
    public @Nullable Object putIfAbsent(Object key, Object value) {
        Object before = get(key);
        return before == null ? put(key, value) : before;
    }

    @Override
    public void putAll(Map<?, ?> values) {
        values.forEach(this::put);
    }

    @Override
    public @Nullable Object remove(Object key) {
        if (!tokens.containsKey(key)) {
            return super.remove(key);
        }
        Object before = get(key);
        tokens.put(key, () -> null);
        return before;
    }

    /** Copy everything, tokens included, and hidden as they are here. */
    @Override
    public synchronized Object clone() {
        TokenProperties clone = (TokenProperties) super.clone();
        clone.tokens = new ConcurrentHashMap<>(tokens);
        return clone;
    }

    /** Leave the tokens out of what is serialized. */
    private Object writeReplace() {
        return withoutTokens();
    }
}
