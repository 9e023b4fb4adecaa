package com.example.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.osdutoken.AccessToken;
import io.github.osdutoken.OsduSession;
import io.github.osdutoken.junit.OsduRefreshToken;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class NegativeTests {

    // tag::forged[]
    @Test
    void refusesAnExpiredAndATamperedToken(@OsduRefreshToken OsduSession osdu) throws Exception {
        assertThat(status(osdu, osdu.accessToken())).isEqualTo(200);
        assertThat(status(osdu, osdu.accessToken().expired())).isEqualTo(401);
        assertThat(status(osdu, osdu.accessToken().tampered())).isEqualTo(401);
    }

    private static int status(OsduSession osdu, AccessToken token) throws Exception {
        HttpRequest request = osdu.request("/api/entitlements/v2/groups")
                .setHeader("Authorization", "Bearer " + token.value())
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
    // end::forged[]
}
