// The tokens: covered until somebody wants to see them, to copy one by one or in a format, and read where they can be.

import { byId, copyButton, element, say, span, time } from './elements.js';
import { post } from './server.js';

const TIMES = new Set(['exp', 'iat', 'nbf', 'auth_time', 'xms_tcdt']);
const MEANINGS = {
  name: 'the name to show', preferred_username: 'the user\u2019s name', upn: 'the user\u2019s name', unique_name: 'the user\u2019s name',
  oid: 'the user\u2019s object ID; ADME knows users by it', tid: 'the tenant', aud: 'for whom it is', iss: 'who issued it',
  scp: 'what it allows', roles: 'the user\u2019s roles in the application', groups: 'the user\u2019s groups',
  iat: 'issued', nbf: 'not before', exp: 'ends', auth_time: 'signed in', amr: 'how the user proved who it is',
  azp: 'the client', appid: 'the client', sub: 'the user, for this application', ver: 'the token\u2019s version',
  nonce: 'ties it to the request',
};
const LABELS = { code: 'Authorization code', accessToken: 'Access token', refreshToken: 'Refresh token', idToken: 'ID token' };
const ORIGINS = { 'sign-in': 'Signed in', refresh: 'Refreshed', cache: 'Kept from before' };

let formats = [];
let chosen = 0;
let drawn = '';
let expiresAt = null;
let warned = false;

/** Says which formats there are; at first the one is chosen that shells and data loaders take. */
export function offer(those) {
  formats = those;
  chosen = Math.max(0, formats.findIndex(({ format }) => format === 'env'));
}

export function show(tokens, busy) {
  byId('tokens').hidden = !tokens;
  if (!tokens) return;
  if (drawn !== JSON.stringify(tokens)) {
    drawn = JSON.stringify(tokens);
    draw(tokens);
  }
  const refresh = byId('refresh');
  const off = busy || !tokens.refreshable;
  refresh.setAttribute('aria-disabled', String(off));
}

function draw(tokens) {
  expiresAt = new Date(tokens.expiresAt);
  warned = false;
  const held = document.activeElement?.id;
  byId('tokens').replaceChildren(
    summary(tokens),
    ...Object.keys(LABELS).map(name => card(name, tokens)),
    copyAs());
  if (held && byId(held)) byId(held).focus();
  tick();
}

function summary(tokens) {
  const fact = (name, ...value) => element('div', {}, element('dt', {}, name), element('dd', {}, ...value));
  const wide = made => { made.className = 'wide'; return made; };
  return element('div', { class: 'card summary' },
    element('h2', { id: 'tokens-title' }, 'Tokens', tokens.username ? ' of ' + tokens.username : ''),
    element('dl', { class: 'facts' },
      fact('Access token ends', element('span', { id: 'expiry', role: 'timer' })),
      fact(ORIGINS[tokens.origin] || 'Got', time(tokens.since)),
      fact('Granted', tokens.scope),
      wide(fact('Issuer', tokens.issuer)),
      wide(fact('Client', tokens.clientId))),
    element('div', { class: 'row' },
      element('button', { type: 'button', id: 'refresh', 'aria-describedby': 'refresh-note', click: refresh }, 'Refresh'),
      element('p', { class: 'soft', id: 'refresh-note' }, tokens.refreshable
        ? 'Exchanges the refresh token for new tokens.'
        : tokens.refreshToken ? 'The refresh token is no longer accepted: sign in again.'
          : 'There is no refresh token: offline_access was not granted.')));
}

async function refresh(event) {
  if (event.target.getAttribute('aria-disabled') === 'true') {
    say(byId('refresh-note').textContent);
    return;
  }
  try {
    await post('/api/refresh');
  } catch (failure) {
    byId('refresh-note').textContent = failure.message || 'The page is not served any more.';
  }
}

function card(name, tokens) {
  const label = LABELS[name];
  const value = tokens[name];
  if (!value) {
    return element('section', { class: 'card token none' }, element('h3', {}, label), element('p', { class: 'soft' }, {
      code: 'Redeemed for the tokens during the sign-in, and not kept.',
      refreshToken: 'None was granted: the scope needs offline_access.',
      idToken: 'None was granted: the scope needs openid.',
    }[name] || 'None.'));
  }
  const claims = decoded(value);
  return element('section', { class: 'card token', 'aria-labelledby': 'title-' + name },
    element('div', { class: 'head' },
      element('h3', { id: 'title-' + name }, label),
      reveal(name, named(label), shown => byId('value-' + name).replaceChildren(shown ? value : cover(value))),
      copyButton(named(label), () => value)),
    element('code', { class: 'value', id: 'value-' + name, tabindex: '0', 'aria-label': label }, cover(value)),
    name === 'code' ? element('p', { class: 'soft' }, 'Already redeemed for the tokens below: it serves once.') : null,
    claims ? element('details', { id: 'claims-' + name }, element('summary', {}, 'What it says'), table(claims, label))
      : name === 'code' ? null : element('p', { class: 'soft' }, 'Opaque: only the issuer can read it.'));
}

/** As in a sentence: the access token, the ID token. */
const named = label => 'the ' + label.replace(/^[AR]/, letter => letter.toLowerCase());

const cover = value => '\u2022'.repeat(24) + '  ' + value.length + ' characters';

function reveal(id, label, change) {
  const button = element('button', { type: 'button', id: 'show-' + id, 'aria-label': 'Show ' + label }, 'Show');
  let shown = false;
  button.addEventListener('click', () => {
    shown = !shown;
    button.textContent = shown ? 'Hide' : 'Show';
    button.setAttribute('aria-label', button.textContent + ' ' + label); // the name begins with what is seen
    change(shown);
  });
  return button;
}

function decoded(token) {
  const parts = token.split('.');
  if (parts.length !== 3) return null;
  try {
    const bytes = Uint8Array.from(atob(parts[1].replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (notJson) {
    return null;
  }
}

/** What people look for comes first, whatever order the issuer wrote it in. */
function sorted(claims) {
  const order = Object.keys(MEANINGS);
  const place = ([name]) => order.includes(name) ? order.indexOf(name) : order.length;
  return Object.entries(claims).sort((one, other) => place(one) - place(other));
}

function table(claims, label) {
  const value = (name, content) => TIMES.has(name) && typeof content === 'number'
    ? [time(content * 1000), element('span', { class: 'soft' }, ' ' + content)]
    : [typeof content === 'string' ? content : JSON.stringify(content)];
  return element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Claims of ' + named(label) },
    element('table', { class: 'claims' },
      element('thead', {}, element('tr', {}, ...['Claim', 'Value', 'Meaning'].map(text => element('th', { scope: 'col' }, text)))),
      element('tbody', {}, ...sorted(claims).map(([name, content]) => element('tr', {},
        element('th', { scope: 'row' }, element('code', {}, name)),
        element('td', {}, ...value(name, content)),
        element('td', { class: 'soft' }, MEANINGS[name] || ''))))));
}

function copyAs() {
  let answer = { text: '', covered: '', note: '' };
  let shown = false;
  const text = element('code', { class: 'value text', id: 'copy-text', tabindex: '0', 'aria-label': 'The text' });
  const reader = element('p', { class: 'soft', id: 'reader' });
  const problem = element('p', { class: 'problem', role: 'alert' });
  const draw = () => text.replaceChildren((shown ? answer.text : answer.covered).trimEnd());
  const choose = element('select', { id: 'format', 'aria-describedby': 'reader', change: load },
    ...formats.map((one, at) => element('option', { value: at, selected: at === chosen },
      one.format + (one.style ? ', ' + one.style : ''))));
  async function load() {
    chosen = Number(choose.value);
    const { format, style, reader: who } = formats[chosen];
    try {
      answer = await post('/api/copy', { format, style });
      problem.textContent = '';
    } catch (failure) {
      answer = { text: '', covered: '', note: '' };
      problem.textContent = failure.message || 'The page is not served any more.';
    }
    reader.textContent = 'For ' + who + '.' + (answer.note ? ' ' + answer.note : '');
    draw();
  }
  load();
  return element('section', { class: 'card token', 'aria-labelledby': 'title-copy' },
    element('div', { class: 'head' },
      element('h3', { id: 'title-copy' }, 'Copy as'),
      element('label', { for: 'format', class: 'unseen' }, 'Format'), choose,
      reveal('copy', 'the text', now => { shown = now; draw(); }),
      copyButton('the text', () => answer.text)),
    reader, text, problem);
}

/** Once a second: how long the access token lasts; said aloud near the end and at it. */
export function tick() {
  const expiry = byId('expiry');
  if (!expiry || !expiresAt) return;
  const left = expiresAt - Date.now();
  expiry.className = left <= 0 ? 'over' : left < 300000 ? 'soon' : '';
  expiry.replaceChildren(...(left <= 0 ? ['ended at ', time(expiresAt)] : ['in ' + span(left) + ', at ', time(expiresAt)]));
  if (left < 300000 && !warned) {
    warned = true;
    say(left <= 0 ? 'The access token has ended' : 'The access token ends in ' + span(left));
  }
}
