// Two issuers on free ports of loopback: one with oidc-provider's own pages, one whose client id chooses the page.
// Says on standard output where they listen, and what was posted where: names only.
import { createServer } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { Provider } from 'oidc-provider';
import { consent, login, shapes } from './shapes.js';

const PASSWORD = process.env.PASSWORD;
const say = line => process.stdout.write(`${line}\n`);
const listen = server => new Promise(resolve => {
    server.listen(0, '127.0.0.1', () => resolve(server.address().port));
});

const elsewhere = createServer((req, res) => {
    say(`POST elsewhere`);
    res.end();
});
const elsewhereAt = `http://127.0.0.1:${await listen(elsewhere)}/`;

const client = id => ({
    client_id: id,
    redirect_uris: ['http://localhost:8080'],
    grant_types: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_method: 'none',
});
const common = {
    cookies: { keys: ['only for a test'] },
    findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    // Its rule, to give one only when prompt=consent is sent, is stricter than most providers'.
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    // So short that a test can wait for a refresh.
    ttl: { AccessToken: 2, IdToken: 300, Interaction: 600, Session: 600, Grant: 600, RefreshToken: 600 },
};

// An issuer has to know its address before it listens.
async function freePort() {
    const probe = createSocket();
    const port = await listen(probe);
    await new Promise(resolve => probe.close(resolve));
    return port;
}

const port = await freePort();
const provider = new Provider(`http://127.0.0.1:${port}`, {
    ...common,
    clients: Object.keys(shapes).map(client),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (ctx, { uid }) => `/shaped/${uid}` },
});
const ownPort = await freePort();
const own = new Provider(`http://127.0.0.1:${ownPort}`, {
    ...common,
    clients: [client('default')],
    features: { devInteractions: { enabled: true }, revocation: { enabled: true } },
});

async function body(req) {
    let text = '';
    for await (const chunk of req) text += chunk;
    return new URLSearchParams(text);
}

async function shaped(req, res) {
    const { uid, prompt, params } = await provider.interactionDetails(req, res);
    const shape = params.client_id;
    const values = { act: `/shaped/${uid}`, elsewhere: elsewhereAt };
    const show = html => {
        res.setHeader('content-type', 'text/html; charset=utf-8');
        res.end(html);
    };
    const finish = result => provider.interactionFinished(req, res, result, { mergeWithLastSubmission: true });
    if (req.method !== 'POST') return show(prompt.name === 'login' ? login(shape, values) : consent(values));

    const posted = await body(req);
    if (prompt.name !== 'login') {
        if (posted.get('decision') !== 'allow') return finish({ error: 'access_denied' });
        const { details } = prompt;
        const grant = new provider.Grant({ accountId: (await provider.interactionDetails(req, res)).session.accountId,
            clientId: shape });
        if (details.missingOIDCScope) grant.addOIDCScope(details.missingOIDCScope.join(' '));
        return finish({ consent: { grantId: await grant.save() } });
    }
    if (!posted.has('f2')) {
        say(`POST ${shape} ${[...posted.keys()]}`);
        return show(login('steps-2', { ...values, user: posted.get('f1') }));
    }
    const right = posted.get('f2') === PASSWORD;
    say(`POST ${shape} ${[...posted.keys()]} ${right ? 'right' : 'wrong'}`);
    const user = posted.get('f1') ?? posted.get('shown');
    return right
        ? finish({ login: { accountId: user } })
        : show(login(shape, { ...values, why: '<p class="form-error">Das ist nicht richtig.</p>' }));
}

const callback = provider.callback();
const server = createServer((req, res) => {
    if (!req.url.startsWith('/shaped/')) return callback(req, res);
    return shaped(req, res).catch(error => {
        say(`ERROR ${error.stack}`);
        res.statusCode = 500;
        res.end();
    });
});
server.listen(port, '127.0.0.1', () => {
    own.listen(ownPort, '127.0.0.1', () => say(`LISTENING http://127.0.0.1:${port} http://127.0.0.1:${ownPort}`));
});
