import * as oidc from 'openid-client';
import { failure, hear, say } from './steps.mjs';

const { AUTHORITY, CLIENT_ID, CLIENT_SECRET, REDIRECT_URI, SCOPE } = process.env;
const issuer = new URL(AUTHORITY + '/v2.0');

// It keeps the server's own words in the cause.
const why = (e) => ({ error: e.error, suberror: e.cause?.suberror, message: e.error_description ?? e.message });

async function walk() {
    const config = await oidc.discovery(issuer, CLIENT_ID, undefined, oidc.None());
    const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
    const expectedNonce = oidc.randomNonce();
    const url = oidc.buildAuthorizationUrl(config, {
        // It repeats the address of the answer when it redeems the code, and there a path is never empty.
        redirect_uri: new URL(REDIRECT_URI).href,
        scope: `openid profile offline_access ${SCOPE}`,
        code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
        code_challenge_method: 'S256',
        nonce: expectedNonce,
    });
    say('request', { url: url.href });
    const answer = new URL(await hear());
    const redeem = () => oidc.authorizationCodeGrant(config, answer, { pkceCodeVerifier, expectedNonce });
    const tokens = await redeem();
    const claims = tokens.claims();
    say('tokens', { access_token: tokens.access_token, username: claims.preferred_username, oid: claims.oid });
    await hear();
    const refresh = () => oidc.refreshTokenGrant(config, tokens.refresh_token);
    say('refreshed', { access_token: (await refresh()).access_token });
    await hear();
    say('refused', why(await failure(refresh)));
    await hear();
    say('spent', why(await failure(redeem)));
}

async function own() {
    const ask = async (secret) =>
        oidc.clientCredentialsGrant(
            await oidc.discovery(issuer, CLIENT_ID, undefined, oidc.ClientSecretPost(secret)), { scope: SCOPE });
    say('own token', { access_token: (await ask(CLIENT_SECRET)).access_token });
    say('wrong secret', why(await failure(() => ask('wrong'))));
}

await (CLIENT_SECRET ? own() : walk());
process.exit();
