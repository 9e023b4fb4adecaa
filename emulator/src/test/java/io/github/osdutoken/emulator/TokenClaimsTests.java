package io.github.osdutoken.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenClaimsTests extends TokenFixture {

    @Test
    void turnsACodeIntoTokens() throws Exception {
        JsonNode answer = client.redeem(code());

        assertThat(answer.get("token_type").asText()).isEqualTo("Bearer");
        assertThat(answer.get("scope").asText()).isEqualTo("User.Read profile openid");
        assertThat(answer.get("expires_in").isInt()).isTrue();
        assertThat(answer.get("expires_in").asInt()).isEqualTo(3600);
        assertThat(answer.get("ext_expires_in").asInt()).isEqualTo(3600);
        assertThat(answer.get("refresh_token").asText()).startsWith("1.AXoA").hasSizeGreaterThan(900);
        assertThat(answer.has("client_info")).isTrue();
        JWTClaimsSet access = verified(answer.get("access_token").asText());
        assertThat(access.getIssuer()).isEqualTo(emulator.issuer().toString());
        assertThat(access.getAudience()).containsExactly(emulator.clientId());
        assertThat(access.getStringClaim("azp")).isEqualTo(emulator.clientId());
        assertThat(access.getStringClaim("azpacr")).isEqualTo("0");
        assertThat(access.getStringClaim("ver")).isEqualTo("2.0");
        assertThat(access.getStringClaim("scp")).isEqualTo("User.Read");
        assertThat(access.getStringClaim("tid")).isEqualTo(emulator.tenantId());
        assertThat(access.getStringClaim("oid"))
                .isEqualTo(emulator.user("editor").objectId());
        assertThat(access.getExpirationTime().toInstant())
                .isEqualTo(clock.instant().plus(Duration.ofHours(1)));
        assertThat(access.getIssueTime().toInstant()).isEqualTo(clock.instant().minus(Duration.ofMinutes(5)));
        JWTClaimsSet id = verified(answer.get("id_token").asText());
        assertThat(id.getIssuer()).isEqualTo(emulator.issuer().toString());
        assertThat(id.getAudience()).containsExactly(emulator.clientId());
        assertThat(id.getStringClaim("nonce")).isEqualTo("n-1");
        assertThat(id.getStringClaim("preferred_username")).isEqualTo("editor@contoso.com");
        assertThat(id.getStringClaim("oid")).isEqualTo(emulator.user("editor").objectId());
        assertThat(id.getSubject()).isEqualTo(access.getSubject()).isNotEqualTo(id.getStringClaim("oid"));
        assertThat(emulator.codeRedemptions()).isEqualTo(1);
    }

    @Test
    void issuesVersionOneTokensWhenTheResourceWantsThem() throws Exception {
        try (Emulator other = Emulator.builder().accessTokenVersion(1).start()) {
            HttpSignIn signIn = new HttpSignIn(other);
            String code = value(signIn.signIn(signIn.request(), "viewer"), "code");
            String token = signIn.redeem(code).get("access_token").asText();
            JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
            assertThat(claims.getIssuer()).isEqualTo(other.authority() + "/" + other.tenantId() + "/");
            assertThat(claims.getStringClaim("ver")).isEqualTo("1.0");
            assertThat(claims.getStringClaim("appid")).isEqualTo(other.clientId());
            assertThat(claims.getStringClaim("upn")).isEqualTo("viewer@contoso.com");
            assertThat(claims.getStringClaim("unique_name")).isEqualTo("viewer@contoso.com");
            assertThat(claims.getClaim("azp")).isNull();
        }
    }

    @Test
    void givesNoMoreThanWasAskedFor() throws Exception {
        String bare =
                value(client.signIn(client.request("scope", emulator.clientId() + "/.default"), "editor"), "code");
        JsonNode answer = client.redeem(bare);
        assertThat(answer.has("refresh_token")).isFalse();
        assertThat(answer.has("id_token")).isFalse();
        assertThat(answer.get("scope").asText()).isEqualTo("User.Read");
    }

    @Test
    void letsTheRedemptionAskForMoreAsTheAdmeManualDoes() throws Exception {
        String bare =
                value(client.signIn(client.request("scope", emulator.clientId() + "/.default"), "editor"), "code");
        JsonNode answer = client.redeem(bare, "scope", client.scope());
        assertThat(answer.has("refresh_token")).isTrue();
        assertThat(verified(answer.get("id_token").asText()).getStringClaim("nonce"))
                .isEqualTo("n-1");
    }

    @Test
    void issuesATokenForGraphWhenNoResourceIsNamed() throws Exception {
        String code = value(client.signIn(client.request("scope", "openid profile"), "editor"), "code");
        assertThat(verified(client.redeem(code).get("access_token").asText()).getAudience())
                .containsExactly("00000003-0000-0000-c000-000000000000");
    }

    @Test
    void spoilsTheIdTokenWhenTold() throws Exception {
        emulator.faults().on(Quirk.NONCE_OMITTED, Quirk.NO_REFRESH_TOKEN);
        JsonNode answer = client.redeem(code());
        assertThat(verified(answer.get("id_token").asText()).getClaim("nonce")).isNull();
        assertThat(answer.has("refresh_token")).isFalse();
        emulator.faults().off(Quirk.NONCE_OMITTED, Quirk.NO_REFRESH_TOKEN);
        emulator.faults().on(Quirk.NONCE_WRONG, Quirk.ISSUER_WRONG, Quirk.AUDIENCE_WRONG, Quirk.ID_TOKEN_EXPIRED);
        JWTClaimsSet wrong = verified(client.redeem(code()).get("id_token").asText());
        assertThat(wrong.getStringClaim("nonce")).isEqualTo("another-nonce");
        assertThat(wrong.getIssuer()).isEqualTo(emulator.authority() + "/another/v2.0");
        assertThat(wrong.getAudience()).containsExactly("another-client");
        assertThat(wrong.getExpirationTime().toInstant()).isBefore(clock.instant());
        emulator.faults().on(Quirk.SIGNATURE_WRONG);
        String forged = client.redeem(code()).get("id_token").asText();
        assertThat(publishedKeys()
                        .getKeyByKeyId(SignedJWT.parse(forged).getHeader().getKeyID()))
                .isNull();
    }

    @Test
    void describesItselfWithTheTenantIdWhicheverNameWasUsed() throws Exception {
        String path = "/v2.0/.well-known/openid-configuration";
        JsonNode byDomain = HttpSignIn.JSON.readTree(
                client.get(emulator.authority() + "/contoso.com" + path).body());
        assertThat(byDomain.get("issuer").asText()).isEqualTo(emulator.issuer().toString());
        assertThat(byDomain.get("token_endpoint").asText())
                .isEqualTo(emulator.authority() + "/contoso.com/oauth2/v2.0/token");
        assertThat(client.get(emulator.issuer() + "/.well-known/openid-configuration")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> unknown = client.get(emulator.authority() + "/fabrikam.com" + path);
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("AADSTS90002: Tenant 'fabrikam.com' not found.");
    }
}
