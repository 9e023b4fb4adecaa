package io.github.osdutoken.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A token is there for who knows its name, and for nobody else. */
class TokenPropertiesTests {

    private static final String TOKEN = "token-1";

    private TokenProperties properties;

    @BeforeEach
    void hideAToken() {
        Properties original = new Properties();
        original.setProperty("visible", "value-1");
        original.setProperty("X", "of the command line");
        properties = TokenProperties.of(original);
        properties.hide("X", () -> TOKEN);
    }

    @Test
    void isReadByName() {
        assertThat(properties.getProperty("X")).isEqualTo(TOKEN);
        assertThat(properties.getProperty("X", "none")).isEqualTo(TOKEN);
        assertThat(properties.get("X")).isEqualTo(TOKEN);
        assertThat(properties.getOrDefault("X", "none")).isEqualTo(TOKEN);
        assertThat(properties.containsKey("X")).isTrue();
    }

    @Test
    void isInNoListing() throws Exception {
        StringWriter text = new StringWriter();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        properties.store(text, null);
        properties.store(bytes, null);
        properties.storeToXML(bytes, null);
        properties.list(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        properties.forEach((name, value) -> text.append(name + "=" + value));
        text.append(String.valueOf(properties))
                .append(properties.keySet() + " " + properties.values() + properties.entrySet())
                .append(properties.stringPropertyNames() + " " + new TreeMap<>(properties))
                .append(Collections.list(properties.propertyNames()) + " " + Collections.list(properties.keys()))
                .append(Collections.list(properties.elements()).toString())
                .append(bytes.toString(StandardCharsets.UTF_8));

        assertThat(text.toString()).contains("visible", "value-1").doesNotContain(TOKEN, "X=", "[X", "X]", "\"X\"");
        assertThat(properties.containsValue(TOKEN)).isFalse();
        assertThat(properties).hasSize(1);
    }

    @Test
    void isInNoSerializedForm() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(properties);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(Map.of("visible", "value-1")).isExactlyInstanceOf(Properties.class);
        }
    }

    @Test
    void staysHiddenWhenATestPutsItBack() {
        String before = (String) properties.setProperty("X", "tampered");
        assertThat(properties.getProperty("X")).isEqualTo("tampered");
        properties.putAll(Map.of("X", before));

        assertThat(before).isEqualTo(TOKEN);
        assertThat(properties.getProperty("X")).isEqualTo(TOKEN);
        assertThat(properties).hasSize(1);
    }

    @Test
    void canBeTakenAwayAndPutBack() {
        assertThat(properties.remove("X")).isEqualTo(TOKEN);
        assertThat(properties.getProperty("X", "none")).isEqualTo("none");
        assertThat(properties.containsKey("X")).isFalse();

        assertThat(properties.putIfAbsent("X", TOKEN)).isNull();
        assertThat(properties.putIfAbsent("X", "another")).isEqualTo(TOKEN);
        assertThat(properties.getProperty("X")).isEqualTo(TOKEN);
        assertThat(properties).hasSize(1);
    }

    @Test
    void isHiddenInACloneToo() {
        Properties backup = (Properties) properties.clone();
        properties.setProperty("X", "tampered");

        assertThat(backup.getProperty("X")).isEqualTo(TOKEN);
        assertThat(backup).hasSize(1);
    }

    @Test
    void otherPropertiesAreAsEver() {
        Properties defaults = new Properties();
        defaults.setProperty("by default", "value-2");
        TokenProperties copy = TokenProperties.of(new Properties(defaults));

        assertThat(copy.setProperty("visible", "value-3")).isNull();
        assertThat(copy.withoutTokens()).isEqualTo(Map.of("visible", "value-3", "by default", "value-2"));
        assertThat(copy.remove("visible")).isEqualTo("value-3");
        assertThat(copy.getOrDefault("visible", "none")).isEqualTo("none");
    }
}
