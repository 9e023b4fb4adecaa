package io.github.osdutoken.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerNameTests {

    private static final String GUID = "11111111-2222-3333-4444-555555555555";

    @ParameterizedTest
    @CsvSource({
        "https://sso.example/realms/osdu, https://sso.example/realms/osdu",
        "https://login.example/contoso.onmicrosoft.com/v2.0, https://login.example/" + GUID + "/v2.0",
        "https://login.example/AAAAAAAA-2222-3333-4444-555555555555/v2.0,"
                + "https://login.example/aaaaaaaa-2222-3333-4444-555555555555/v2.0",
        "https://login.microsoftonline.us/contoso.us/v2.0, https://login.microsoftonline.us/" + GUID + "/v2.0",
        "https://login.partner.microsoftonline.cn/contoso.partner.onmschina.cn/v2.0,"
                + "https://login.partner.microsoftonline.cn/" + GUID + "/v2.0",
        "https://login.example/organizations/v2.0, https://login.example/{tenantid}/v2.0",
        "https://login.example/common/v2.0, https://login.example/{tenantid}/v2.0",
    })
    void acceptsTheSameNameAndEntraIdsTwoHabits(String configured, String found) {
        assertThat(new IssuerName(configured).accepts(found)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // another cloud, host, scheme, port
        "https://login.microsoftonline.us/contoso.us/v2.0, https://login.microsoftonline.com/" + GUID + "/v2.0",
        "https://login.example/contoso.com/v2.0, https://login.evil/" + GUID + "/v2.0",
        "https://login.example/contoso.com/v2.0, http://login.example/" + GUID + "/v2.0",
        "https://login.example/contoso.com/v2.0, https://login.example:8443/" + GUID + "/v2.0",
        // another place in the path, another length, another second segment
        "https://login.example/contoso.com/v2.0, https://login.example/v2.0/" + GUID,
        "https://login.example/contoso.com/v2.0, https://login.example/" + GUID,
        "https://login.example/contoso.com/v2.0, https://login.example/" + GUID + "/v3.0",
        "https://login.example/contoso.com/v2.0, https://login.example/" + GUID + "/v2.0/",
        // not a domain name, or not an id
        "https://login.example/contoso/v2.0, https://login.example/" + GUID + "/v2.0",
        "https://login.example/contoso.com/v2.0, https://login.example/fabrikam.com/v2.0",
        "https://login.example/contoso.com/v2.0, https://login.example/{tenantid}/v2.0",
        "https://login.example/" + GUID + "/v2.0, https://login.example/{tenantid}/v2.0",
        "https://login.example/" + GUID + "/v2.0, https://login.example/00000000-2222-3333-4444-555555555555/v2.0",
        "https://login.example/common/v2.0, https://login.example/" + GUID + "/v2.0",
        "https://login.example.com/" + GUID + ", https://" + GUID + "/" + GUID,
    })
    void acceptsNothingElse(String configured, String found) {
        assertThat(new IssuerName(configured).accepts(found)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://login.example/x",
                "http://localhost:8080/x",
                "http://127.0.0.1/x",
                "http://127.8.8.8:1/x",
                "http://[::1]:80/x"
            })
    void allowsTlsAndLoopback(String uri) {
        assertThat(Loopback.allows(URI.create(uri))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://login.example/x",
                "http://localhost.evil/x",
                "http://127.0.0.1.evil/x",
                "http://10.0.0.1/x",
                "ftp://localhost/x",
                "/x",
                "https:/x"
            })
    void refusesOtherPlaces(String uri) {
        assertThat(Loopback.allows(URI.create(uri))).isFalse();
    }
}
