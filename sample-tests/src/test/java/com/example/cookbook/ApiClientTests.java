package com.example.cookbook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import io.github.osdutoken.OsduSession;
import io.github.osdutoken.junit.OsduRefreshToken;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class ApiClientTests {

    // tag::http-client[]
    @Test
    void listsGroups(@OsduRefreshToken OsduSession osdu) throws Exception {
        HttpResponse<String> groups = HttpClient.newHttpClient()
                .send(osdu.request("/api/entitlements/v2/groups").GET().build(), BodyHandlers.ofString());

        assertThat(groups.statusCode()).isEqualTo(200);
    }
    // end::http-client[]

    // tag::rest-assured[]
    @Test
    void listsGroupsWithRestAssured(@OsduRefreshToken OsduSession osdu) {
        given().baseUri(osdu.server().toString())
                .headers(osdu.headers())
                .when()
                .get("/api/entitlements/v2/groups")
                .then()
                .statusCode(200)
                .body("groups.name", hasItem("users"));
    }
    // end::rest-assured[]
}
