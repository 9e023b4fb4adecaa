import { ConfidentialClientApplication, CryptoProvider, PublicClientApplication } from '@azure/msal-node';
import { failure, hear, say } from './steps.mjs';

const { AUTHORITY, CLIENT_ID, CLIENT_SECRET, REDIRECT_URI, SCOPE } = process.env;
const auth = { clientId: CLIENT_ID, authority: AUTHORITY, knownAuthorities: [new URL(AUTHORITY).host] };
const scopes = [SCOPE];

async function walk() {
    const client = new PublicClientApplication({ auth });
    const { verifier, challenge } = await new CryptoProvider().generatePkceCodes();
    const url = await client.getAuthCodeUrl({
        scopes, redirectUri: REDIRECT_URI, codeChallenge: challenge, codeChallengeMethod: 'S256', state: 'a-state',
    });
    say('request', { url });
    const code = new URL(await hear()).searchParams.get('code');
    const redemption = { scopes, redirectUri: REDIRECT_URI, code, codeVerifier: verifier };
    const result = await client.acquireTokenByCode(redemption);
    say('tokens', {
        access_token: result.accessToken, username: result.account.username, oid: result.idTokenClaims.oid,
    });
    await hear();
    const silent = { scopes, account: result.account, forceRefresh: true };
    say('refreshed', { access_token: (await client.acquireTokenSilent(silent)).accessToken });
    await hear();
    const wanted = await failure(() => client.acquireTokenSilent(silent));
    say('refused', { error: wanted.name, suberror: wanted.subError, message: wanted.message });
    await hear();
    say('spent', { message: (await failure(() => client.acquireTokenByCode(redemption))).message });
}

async function own() {
    const client = new ConfidentialClientApplication({ auth: { ...auth, clientSecret: CLIENT_SECRET } });
    say('own token', { access_token: (await client.acquireTokenByClientCredential({ scopes })).accessToken });
    const wrong = new ConfidentialClientApplication({ auth: { ...auth, clientSecret: 'wrong' } });
    say('wrong secret', { message: (await failure(() => wrong.acquireTokenByClientCredential({ scopes }))).message });
}

await (CLIENT_SECRET ? own() : walk());
process.exit();
